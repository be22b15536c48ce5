package validate

// emptied returns the memory of a slice, unless an unusual document has made
// it large.
func emptied[T any](s []T) []T {
	const large = 1 << 16
	clear(s[:cap(s)])
	if cap(s) > large {
		return nil
	}
	return s[:0]
}
