"""What a site has beside its pages: Markdown twins, feeds, llms.txt, cards, and data files with their catalogue."""
