"""Bilingual press releases: one article in; Word, PDF and HTML in Chinese and English out."""
