"""ChatMairie."""
