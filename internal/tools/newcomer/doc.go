// Package newcomer plays somebody who meets wbxgen for the first time: in an
// empty folder, with an empty module cache and no network, from go get -tool to
// the gate of the second change. It has tests only.
//
// The module comes from a proxy of files that the test makes of this
// repository; what it depends on, from the cache that the tests were built
// with.
package newcomer
