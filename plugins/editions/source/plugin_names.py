"""The plugins of the engine, by their names in the configuration file."""

STANDARD = "editions/standard"
COMPARE = "editions/compare"
CRITERIA = "editions/criteria"
CITATIONS = "editions/citations"
ATTRIBUTION = "editions/attribution"
