"""The static embedding model: features, network, shipped weights, and how they were trained.

At run time only `words` and `network` are imported; the rest trains (``python -m
index.static_model.train``). The model card is ``README.md``.
"""
