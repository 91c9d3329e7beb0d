/* La porte par laquelle JupyterLab (ou Notebook) charge l'extension : aucun module partagé n'est demandé. */
(() => {
  const ici = new URL('.', document.currentScript.src);
  window._JUPYTERLAB = window._JUPYTERLAB || {};
  window._JUPYTERLAB['chatmairie-formulaires'] = {
    init: () => {},
    get: async () => {
      const { default: extension } = await import(new URL('extension.js', ici).href);
      return () => ({ __esModule: true, default: extension });
    },
  };
})();
