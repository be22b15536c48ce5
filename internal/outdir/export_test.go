package outdir

// ApplyWith is [Apply] with something done before each change of a file.
func ApplyWith(before func() error, plans ...*Plan) error { return apply(plans, before) }
