"""Persons and places named in an Arabic text."""
