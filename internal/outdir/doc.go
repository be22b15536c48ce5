// Package outdir brings files from memory to disk: it writes what changed,
// drops what is stale, or only says what would be done.
//
// It owns the promise that a file is either as before or complete. It does not
// own what is in the files. It drops a file only if that carries the mark of
// generated code, so that hand-written files can stand beside generated ones.
//
//	plan, err := outdir.Compare("generated/v40.6.0", files)
//	if !plan.Clean() {
//		err = plan.Apply()
//	}
package outdir
