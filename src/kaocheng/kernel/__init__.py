"""The words every other package speaks: amounts, places, documents, figures, relations, findings."""
