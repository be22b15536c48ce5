package outdir

// ApplyWith is [Apply] with something done before each change of a file.
func ApplyWith(before func() error, plans ...*Plan) error { return apply(plans, before) }

// Disturbed reports whether another run is at work in a folder, or was while a
// function ran.
func Disturbed(dir string, while func()) bool {
	before := manifestOf(dir)
	while()
	return !undisturbed(dir, before)
}
