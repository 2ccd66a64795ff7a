"""The version of this program, for what it writes into its files."""

VERSION = "0.1.0"
