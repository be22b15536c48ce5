package wire

import (
	"io"
	"iter"

	"github.com/wbxgen/wbxgen/wire/internal/door"
)

// Each reads a document of any length item by item: the elements at a path, which is the local name of the root element and of
// each element below it, down to the items. The memory that it takes is that of one item. What is not at the path is passed over.
// The default limits hold but for that of the whole document, which may be endless.
//
//	for line, err := range wire.Each[order.Line](r, "order", "line") {
//
// An error is yielded once and ends the reading; it has the position, and may come after many items.
func Each[T any](r io.Reader, path ...string) iter.Seq2[*T, error] { return EachWith[T](r, path) }

// EachWith is [Each] with options of reading. A document is as long as it likes, unless [WithLimits] sets a Size.
func EachWith[T any](r io.Reader, path []string, opts ...Option) iter.Seq2[*T, error] {
	return func(yield func(*T, error) bool) {
		if door.Each == nil {
			yield(nil, errNotGenerated)
			return
		}
		conf := door.Configure(opts)
		if conf.Limits.Size == 0 {
			conf.Limits.Size = -1
		}
		fresh := func() any { return new(T) }
		door.Each(r, path, fresh, func(v any, err error) bool {
			item, _ := v.(*T)
			return yield(item, err)
		}, conf)
	}
}
