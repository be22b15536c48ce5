package cli

import (
	"os"
	"path/filepath"
)

// workspaceFolder is the working folder as seen from the top of the repository that
// a job of GitHub has checked out, "" where it is that itself, or there is no such
// job: annotations and findings name files from there.
func workspaceFolder() string {
	top, err := filepath.EvalSymlinks(os.Getenv("GITHUB_WORKSPACE"))
	if err != nil {
		return ""
	}
	here, err := os.Getwd()
	if err != nil {
		return ""
	}
	if here, err = filepath.EvalSymlinks(here); err != nil {
		return ""
	}
	folder, err := filepath.Rel(top, here)
	if err != nil || folder == "." || !filepath.IsLocal(folder) {
		return ""
	}
	return filepath.ToSlash(folder)
}
