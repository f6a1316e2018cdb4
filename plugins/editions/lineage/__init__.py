"""Proposes the lineage between two editions from their texts alone."""
