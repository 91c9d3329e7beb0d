// Les six cases d'une question ouverte, dans l'écran de correction de nbgrader.
// Cocher remplit la note et la première ligne du commentaire ; le reste du commentaire est gardé.
// Ouvrir une copie déjà notée recoche d'après cette première ligne.
(function (question) {
  var motif = /^\s*cases?\s*:\s*(aucune|[1-6](?:\s*(?:,|;|et|\s)\s*[1-6])*)\s*\.?\s*(?:\n|$)/i;
  var zone = document.querySelector('.cm-cases[data-question="' + question + '"]');
  if (!zone) { return; }
  var cases = Array.prototype.slice.call(zone.querySelectorAll("input"));
  function commentaire() { return document.getElementById(question + "-comment"); }
  var touche = false;
  var minuterie = null;
  function relire() {
    if (touche) { return; }
    var champ = commentaire();
    var trouve = champ && champ.value.match(motif);
    if (!trouve) { return; }
    var numeros = trouve[1].match(/[1-6]/g) || [];
    cases.forEach(function (c) { c.checked = numeros.indexOf(c.value) >= 0; });
  }
  function ecrire() {
    var cochees = cases.filter(function (c) { return c.checked; }).map(function (c) { return c.value; });
    var champ = commentaire();
    var note = document.getElementById(question);
    var reste = champ.value.replace(motif, "");
    champ.value = "Cases : " + (cochees.join(", ") || "aucune") + "\n" + reste;
    window.jQuery(champ).trigger("change");
    if (window.autosize) { window.autosize.update(champ); }
    note.value = String(cochees.length * 0.5);
    window.jQuery(note).trigger("change");
  }
  // Un seul envoi à la fois : deux envois qui se croisent pourraient arriver dans le désordre.
  function bientot() {
    touche = true;
    clearTimeout(minuterie);
    minuterie = setTimeout(function () {
      if (window.jQuery.active) { bientot(); return; }
      ecrire();
    }, 150);
  }
  zone.querySelector("button").addEventListener("click", function () {
    cases.forEach(function (c) { c.checked = false; });
    bientot();
  });
  cases.forEach(function (c) { c.addEventListener("change", bientot); });
  window.addEventListener("load", relire);
  if (window.jQuery) { window.jQuery(document).ajaxStop(relire); }
})
