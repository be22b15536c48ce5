package diff

var schemaRules = []Rule{
	{ID: "deprecation-added", Mirror: "deprecation-removed", Severity: sev("III", GoPatch),
		What: "the documentation says that a component should no longer be used",
		Why:  "it still works; taking it away later is a break all the same"},
	{ID: "deprecation-removed", Mirror: "deprecation-added", Severity: sev("III", GoPatch),
		What: "the documentation no longer advises against a component",
		Why:  "nothing else has changed"},
	{ID: "documentation-changed", Mirror: "documentation-changed", Severity: sev("NNN", GoPatch),
		What: "the documentation of a component differs",
		Why:  "it is looked at only when asked for, and never fails a gate"},
}
