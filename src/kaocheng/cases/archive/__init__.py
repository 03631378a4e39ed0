"""Archive of a case (归档): one package with its papers, materials and events, that proves itself."""
