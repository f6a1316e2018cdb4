"""The pages that a project writes by hand."""
