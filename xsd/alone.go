package xsd

import (
	"bytes"
	"io/fs"
	"time"
)

// aloneName is what errors call a schema document without a file.
const aloneName = "schema.xsd"

// alone is a file system of one document.
type alone struct{ document []byte }

func (a alone) Open(name string) (fs.File, error) {
	if name != aloneName {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return &aloneFile{bytes.NewReader(a.document)}, nil
}

// aloneFile is the open document, and what is to say of it as a file.
type aloneFile struct{ *bytes.Reader }

func (f *aloneFile) Close() error               { return nil }
func (f *aloneFile) Stat() (fs.FileInfo, error) { return f, nil }
func (f *aloneFile) Name() string               { return aloneName }
func (f *aloneFile) Mode() fs.FileMode          { return 0o444 }
func (f *aloneFile) ModTime() time.Time         { return time.Time{} }
func (f *aloneFile) IsDir() bool                { return false }
func (f *aloneFile) Sys() any                   { return nil }
