"""Gradio's theme in our colours and fonts, with nothing fetched from anywhere.

What this module does not know: the layout (``static/style.css``).
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gradio.themes import Base

ACCENT = "#0b5d4e"


def theme() -> "Base":
    """Return the theme; its fonts are served by `page` and named here only."""
    from gradio.themes import Base, Color, Font  # noqa: PLC0415 - heavy

    accent = Color(
        c50="#eef6f3",
        c100="#e2efeb",
        c200="#b9d3cb",
        c300="#8fbbae",
        c400="#5fa08f",
        c500="#2b7d6c",
        c600=ACCENT,
        c700="#094d41",
        c800="#073d34",
        c900="#052e27",
        c950="#031f1a",
        name="hoidap",
    )
    ours = Base(
        primary_hue=accent,
        secondary_hue=accent,
        neutral_hue="stone",
        font=[Font("Be Vietnam Pro"), Font("system-ui"), Font("sans-serif")],
        font_mono=[Font("ui-monospace"), Font("monospace")],
    )
    return ours.set(
        body_background_fill="#f4f5f2",
        body_background_fill_dark="#141a18",
        body_text_color="#1c2321",
        body_text_color_dark="#e6ebe8",
        button_primary_background_fill=ACCENT,
        button_primary_background_fill_hover="#094d41",
        button_primary_background_fill_dark=ACCENT,
        button_primary_text_color="#ffffff",
        block_background_fill="transparent",
        block_background_fill_dark="transparent",
        block_border_width="0px",
        block_shadow="none",
    )
