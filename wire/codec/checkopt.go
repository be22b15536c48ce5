package codec

// CheckOptObject checks the object of an element that may be absent.
func CheckOptObject[T any, P interface {
	*T
	Checked
}](c *Checker, name string, v P) {
	if v != nil {
		c.Object(name, -1, v)
	}
}
