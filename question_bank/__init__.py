"""The question bank: YAML files, found as package data."""
