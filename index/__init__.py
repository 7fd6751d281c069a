"""Finding passages: the embedder, the Chroma store, lexical search, fusion, the manifest."""
