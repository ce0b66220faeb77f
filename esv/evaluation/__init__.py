"""The promise ledger and the self-assessment (beloften, zelfbeeld). Neither is searched.

Doors: ``models`` and the ``keep_…`` functions of ``services``. A promise is shown only while its check runs and
passes; answers to the self-assessment are never stored.
"""
