"""The attribution notice that the licence of a work asks for, in its forms."""
