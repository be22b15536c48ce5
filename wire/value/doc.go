// Package value has the numbers, durations and points in time of XML Schema 1.0
// Part 2, written once: what may be written, what it means, which order it has
// and how its canonical form looks. What people use is made of it, the types of
// package datatype, and so are the datatypes of the compiler of schemas, which
// say with it what is wrong with a text.
//
// It gives no promise to others.
package value
