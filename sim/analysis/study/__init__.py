"""Quantities of many games: profiles, estimates with intervals, calibration to the record, par."""
