"""How an edition relates to other frameworks."""
