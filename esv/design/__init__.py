"""The look and the parts of pages: components, base pages, tokens, icons."""
