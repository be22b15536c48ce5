// Package traffic holds captured requests and responses against the changes
// between two versions: which of them show what has changed.
//
// It owns what is remembered of a document, paths and a bounded number of
// values; nothing of it reaches an output.
//
//	var u traffic.Usage
//	err := u.Read(side, file, "request.xml")
//	u.Mark(result)
package traffic
