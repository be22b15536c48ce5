package webex

// ExceptionID is the number, of six digits, by which the service tells failures apart.
type ExceptionID string

// The exception IDs that are known, which are a few of many: an [Error] may have any other.
const (
	// ExceptionNotForwarded: the request could not be forwarded to the service. The body of such an answer is empty.
	ExceptionNotForwarded ExceptionID = "000000"
	// ExceptionAccessDenied: the user needs more privileges for this.
	ExceptionAccessDenied ExceptionID = "000001"
	// ExceptionNoRecord: nothing was found, which for a list means that it is empty. Since 40.2.0 it is also the answer
	// to an LstsummarySession without credentials.
	ExceptionNoRecord ExceptionID = "000015"
	// ExceptionAuthenticationDown: the authentication service does not respond.
	ExceptionAuthenticationDown ExceptionID = "000035"
	// ExceptionThrottled: the caller has reached the rate limit of the group of operations.
	ExceptionThrottled ExceptionID = "000045"
	// ExceptionFilterMissing: a query of the history needs at least one criterion.
	ExceptionFilterMissing ExceptionID = "000047"
	// ExceptionTooManyBodies: the message has more bodyContent elements than the service takes; since 40.4.4. The
	// reason has the number.
	ExceptionTooManyBodies ExceptionID = "000053"
	// ExceptionUserNotFound: there is no such user.
	ExceptionUserNotFound ExceptionID = "030001"
	// ExceptionWrongPassword: user name and password, or what stands in for the password, do not fit.
	ExceptionWrongPassword ExceptionID = "030002"
	// ExceptionUserExists and ExceptionEmailExists: a user has that name or that email address already. Which of the two
	// IDs is which is not documented.
	ExceptionUserExists  ExceptionID = "030004"
	ExceptionEmailExists ExceptionID = "030005"
	// ExceptionTicketInvalid: the session ticket is not good, or not any more. A [Session] gets a new one.
	ExceptionTicketInvalid ExceptionID = "030047"
	// ExceptionMeetingNotFound: there is no such meeting.
	ExceptionMeetingNotFound ExceptionID = "060001"
	// ExceptionStartPassed: a session cannot start in the past; since 40.2.0.
	ExceptionStartPassed ExceptionID = "060016"
	// ExceptionHostNotFound: there is no such host.
	ExceptionHostNotFound ExceptionID = "060019"
	// ExceptionHostForbidden: the caller may not schedule for that host.
	ExceptionHostForbidden ExceptionID = "060021"
	// ExceptionPasswordMissing: the site asks for a password.
	ExceptionPasswordMissing ExceptionID = "060026"
)
