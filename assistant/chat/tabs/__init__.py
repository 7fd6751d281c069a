"""The tabs of the page, a file each: Gradio's components and what their events call.

What this package does not know: how anything is worded, rendered or answered.
"""
