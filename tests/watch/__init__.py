"""Tests of watching official figures."""
