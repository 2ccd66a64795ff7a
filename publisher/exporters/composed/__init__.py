"""Pages composed here, for an engine that only draws: blocks to atoms, atoms to pages.

    Release ─story→ Atoms (a line, a row, a picture: what no page parts)
            ─pages→ Sheets (atoms with their place)
            ─drawing→ PDF operators

All lengths are pt; y runs down from the top of the type area.
"""
