CONTRE_EXEMPLE = (
    "Ici, tout va vite. La ville bouge, et vous avec elle. On vous lit, on vous suit, on vous aime. "
    "Un mot de vous et hop, le jour est plus beau."
)
