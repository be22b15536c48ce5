// Package outdir brings files from memory to disk: it writes what changed,
// drops what is stale, or only says what would be done.
//
// It owns two promises. A file that is not ours is never touched: an output has
// a manifest of its files, and only what that lists, and what still carries the
// header of generated code, is changed or dropped. And a run does all or
// nothing: whatever stops it, the files are as before or as wanted. It does not
// own what is in the files.
//
//	plan, err := outdir.Compare("generated/v40.6.0", files, outdir.Options{})
//	if err == nil {
//		err = outdir.Apply(plan)
//	}
package outdir
