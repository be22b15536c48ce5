// Package datatype has the value types of XML Schema 1.0 (Part 2 §3.2, §3.3) that Go has no like of: exact numbers, dates and
// times with or without a time zone, parts of dates, and durations. Each reads and writes the texts that the recommendation
// allows, and nothing else.
package datatype
