//! In: records. Out: what they can support: differences between packets, an agenda, statistics, what is past its date.
//!
//! This module must not know how a document is read or printed, and what a bank is.

pub mod debrief;
