"""A preview of the site on this machine: served, watched and made anew after each edit."""
