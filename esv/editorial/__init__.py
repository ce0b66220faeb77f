"""What everything that editors keep has in common: status, owner, review date, provenance, references.

Doors: ``models.CatalogueEntry`` (what an app's own tables inherit), ``vocabulary`` (codes shared by apps),
``states`` (fresh, past its date, out of suggestions), ``bilingual.read`` (a text in the reader's language) and
``records`` (what entries look like in files). The app has no tables of its own yet: editions and the four eyes
of publishing get theirs here.
"""
