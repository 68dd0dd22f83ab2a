export interface paths {
    "/clinic/v1/appointments/{id}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Says how far a visit is */
        post: operations["postClinicAppointmentsIdStatus"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clinic/v1/closures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** When the hospital or a location is closed, in order of time, at most 200 */
        get: operations["getClinicClosures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clinic/v1/closures/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Closes the hospital or a location on some dates, or says what that would do */
        put: operations["putClinicClosuresId"];
        post?: never;
        /** Opens again: the times come back within a minute */
        delete: operations["deleteClinicClosuresId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clinic/v1/config": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where to sign in, and whom to call */
        get: operations["getClinicConfig"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clinic/v1/day": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One provider’s visits of one date, in the zone of the provider’s first location */
        get: operations["getClinicDay"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clinic/v1/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was decided, latest first */
        get: operations["getClinicDecisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clinic/v1/decisions/{id}/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One decision: what was looked at, and how each fared */
        get: operations["getClinicDecisionsIdVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clinic/v1/decisions/{id}/{version}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Decides again on what was stored, and says whether the answer is the same; changes nothing */
        get: operations["getClinicDecisionsIdVersionReplay"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clinic/v1/directory": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Specialties, locations, visit types and providers */
        get: operations["getClinicDirectory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clinic/v1/disruptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the hospital did that hit booked visits, newest first, and what became of them */
        get: operations["getClinicDisruptions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clinic/v1/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Leave of providers, and what became of the visits it met */
        get: operations["getClinicLeave"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clinic/v1/leave-plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** New times for all visits that a leave would meet; saves nothing */
        post: operations["postClinicLeavePlans"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clinic/v1/leave/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Saves a leave: its times close, visits move as planned, the rest goes to the worklist */
        put: operations["putClinicLeaveId"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clinic/v1/leave/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Calls a leave off: its times come back, visits that moved stay where they are */
        post: operations["postClinicLeaveIdCancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clinic/v1/leave/{id}/visits/{appointmentId}/settle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Moves a visit to a time agreed with the patient, or says that it is taken care of */
        post: operations["postClinicLeaveIdVisitsAppointmentIdSettle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clinic/v1/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Changes as they happen, as server-sent events; `paused` means to ask instead */
        get: operations["getClinicLive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clinic/v1/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was sent to whom, newest first */
        get: operations["getClinicMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clinic/v1/optimality": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far the rule was from the best for all, by the day of booking */
        get: operations["getClinicOptimality"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clinic/v1/patients/find": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The patient of a medical record number */
        post: operations["postClinicPatientsFind"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clinic/v1/patients/{id}/chart": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The chart of a patient whom the caller’s team treats, by the page; each look is recorded */
        get: operations["getClinicPatientsIdChart"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clinic/v1/patients/{id}/corrections/{entryId}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Says what became of a patient’s request to correct an entry */
        post: operations["postClinicPatientsIdCorrectionsEntryIdAnswer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clinic/v1/patients/{id}/drafts/{form}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the caller has typed and not signed; the look is recorded */
        get: operations["getClinicPatientsIdDraftsForm"];
        /** Keeps what the caller has typed and not signed, for 30 days and for nobody else */
        put: operations["putClinicPatientsIdDraftsForm"];
        post?: never;
        /** Removes what the caller has typed and not signed */
        delete: operations["deleteClinicPatientsIdDraftsForm"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clinic/v1/patients/{id}/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Adds an entry to a chart */
        post: operations["postClinicPatientsIdEntries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clinic/v1/patients/{id}/entries/{entryId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The versions of one entry, by the page; each look is recorded */
        get: operations["getClinicPatientsIdEntriesEntryId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clinic/v1/patients/{id}/entries/{entryId}/amend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Writes a new version of an entry and says why; the earlier one stays */
        post: operations["postClinicPatientsIdEntriesEntryIdAmend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clinic/v1/patients/{id}/identity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A patient’s legal name, birth date and sex, what they ask for and what was decided */
        get: operations["getClinicPatientsIdIdentity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clinic/v1/patients/{id}/identity/requests/{requestId}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reception has seen the evidence: the profile says what was asked for; 409 when it is not open */
        post: operations["postClinicPatientsIdIdentityRequestsRequestIdConfirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clinic/v1/patients/{id}/identity/requests/{requestId}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The change is not made; the patient reads why; 409 when it is not open */
        post: operations["postClinicPatientsIdIdentityRequestsRequestIdRefuse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clinic/v1/patients/{id}/proxies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who acts for a patient, whom the patient acts for, and what waits for a colleague */
        get: operations["getClinicPatientsIdProxies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clinic/v1/patients/{id}/proxies/{proxyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Lets somebody act for a patient, after reception has seen who they are; an adult’s record opens when a colleague has confirmed it */
        put: operations["putClinicPatientsIdProxiesProxyId"];
        post?: never;
        /** Lets somebody act for a patient no longer */
        delete: operations["deleteClinicPatientsIdProxiesProxyId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clinic/v1/patients/{id}/referrals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Referrals and follow-ups of a patient whom the caller’s team treats, open ones first */
        get: operations["getClinicPatientsIdReferrals"];
        put?: never;
        /** Orders a visit for a patient whom the caller’s team treats */
        post: operations["postClinicPatientsIdReferrals"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clinic/v1/policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the hospital has decided in numbers, and the latest 50 changes */
        get: operations["getClinicPolicy"];
        /** Changes what the hospital has decided in numbers */
        put: operations["putClinicPolicy"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clinic/v1/providers/{id}/delay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Says how many minutes a provider is behind today; providers for themselves */
        put: operations["putClinicProvidersIdDelay"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clinic/v1/proxies/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Links that staff made or that open a record, not yet reviewed: disputed ones first, then the oldest */
        get: operations["getClinicProxiesReviews"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clinic/v1/proxies/unconfirmed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Links that a colleague has to confirm, those that lapse first at the beginning */
        get: operations["getClinicProxiesUnconfirmed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clinic/v1/proxies/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The second pair of eyes: from now on the link opens the record */
        post: operations["postClinicProxiesIdConfirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clinic/v1/proxies/{id}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Says that a link has been looked at; it leaves the list */
        post: operations["postClinicProxiesIdReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clinic/v1/referrals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Takes an order back that the caller’s team placed and no visit is booked with */
        delete: operations["deleteClinicReferralsId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clinic/v1/schedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller’s appointments by date, upcoming and past */
        get: operations["getClinicSchedule"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clinic/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begins a session; the first one makes the profile */
        post: operations["postClinicSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clinic/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Weekly sessions and extra clinics of a provider or a location */
        get: operations["getClinicSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clinic/v1/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Makes or changes a session, or says what that would do */
        put: operations["putClinicSessionsId"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clinic/v1/sessions/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends a session, or says what that would do */
        post: operations["postClinicSessionsIdEnd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clinic/v1/slots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Free slots in order of time */
        get: operations["getClinicSlots"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clinic/v1/waitlist": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who waits in a specialty, highest rank first, and why */
        get: operations["getClinicWaitlist"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clinic/v1/waitlist/{id}/contact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Somebody spoke with a waiting patient, or tried to */
        post: operations["postClinicWaitlistIdContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clinic/v1/waitlist/{id}/retriage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A clinician of the specialty says how urgent it is, and why */
        post: operations["postClinicWaitlistIdRetriage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clinic/v1/week": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Seven days of a provider: sessions, times with their state, leave and closures */
        get: operations["getClinicWeek"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clinic/v1/worklist": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Visits that somebody has to care for: without a new time, or refused by the patient */
        get: operations["getClinicWorklist"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Allergy: {
            /**
             * @description The asserted fact that no allergies are known
             * @default false
             */
            noneKnown: boolean;
            /** @default null */
            coding: components["schemas"]["Coding"] | null;
            /** @default  */
            substance: string;
            /** @default  */
            reaction: string;
            /**
             * @description mild, moderate, severe, or empty
             * @default
             */
            severity: string;
            /**
             * @description active, inactive or refuted; empty when none are known
             * @default
             */
            clinicalStatus: string;
        };
        AppliedMove: {
            /** Format: uuid */
            appointmentId: string;
            version: number;
            /** @description Null: to the worklist */
            toSlotId: string | null;
        };
        Appointment: {
            id: string;
            patientId: string;
            /** @description Raised by every change; send the one you saw with a change of your own */
            version: number;
            /** @enum {string} */
            status: "booked" | "arrived" | "checked-in" | "fulfilled" | "noshow" | "cancelled";
            slot: components["schemas"]["Slot"];
            locationName: string;
            visitTypeName: string;
            specialtyName: string;
            /** @description The patient’s own words; empty for those who may not see the chart */
            reason: string;
            /** Format: date-time */
            bookedAt: string;
            /** Format: date-time */
            changedAt: string;
            /** @description RFC 5545 SEQUENCE of the calendar entry */
            sequence: number;
            /** @description How late the patient said they will be */
            lateMinutes: number;
            /** @description How far behind the provider is on that day */
            providerDelayMinutes: number;
            /** @description What it was booked with, or empty */
            referralId: string;
            /** @description The clinic moved the visit and waits for the patient’s answer */
            awaitsAnswer: boolean;
            /** @description The clinic cannot keep the time and has found no new one: move the visit, or cancel it */
            needsNewTime: boolean;
            history: {
                version: number;
                /** @enum {string} */
                status: "booked" | "arrived" | "checked-in" | "fulfilled" | "noshow" | "cancelled";
                /** Format: date-time */
                startAt: string;
                /** Format: date-time */
                changedAt: string;
                change: string;
                /** @description With whom it was to be then; empty when not known */
                providerName: string;
                locationName: string;
            }[];
        };
        /** @description Starts kept for needs of this urgency */
        CarveOut: {
            /** @enum {string} */
            urgency: "soon" | "urgent";
            /** @description Share of the starts that is kept */
            percent: number;
            /** @description How long before each start it is given up */
            releaseBeforeMinutes: number;
        };
        /** @description When a provider sees patients at a place */
        ClinicSession: {
            id: string;
            version: number;
            /** Format: uuid */
            providerId: string;
            locationId: string;
            visitTypeId: string;
            /** @enum {string} */
            mode: "in-person" | "video" | "phone";
            /** @description Monday 1 to Sunday 7 */
            weekday: number;
            starts: string;
            /** @description At or before `starts`: on the next day */
            ends: string;
            /** @description Patients seen at the same time */
            seats: number;
            /** Format: date */
            firstDate: string;
            /** @description Included; null until further notice */
            lastDate: string | null;
            carveOut: components["schemas"]["CarveOut"] | null;
            timeZone: string;
            specialtyId: string;
            providerName: string;
            locationName: string;
            visitTypeName: string;
            lengthMinutes: number;
        };
        Closure: {
            id: string;
            /** @description Null: the whole hospital */
            locationId: string | null;
            /** Format: date */
            firstDate: string;
            /**
             * Format: date
             * @description Included
             */
            lastDate: string;
            note: string;
        };
        /** @description SNOMED CT, LOINC, RxNorm or ICD-10 */
        Coding: {
            /** @description System URI as FHIR R4 names it */
            system: string;
            code: string;
            display: string;
        };
        Condition: {
            /** @default null */
            coding: components["schemas"]["Coding"] | null;
            term: string;
            /** @default  */
            plainTerm: string;
            /** @description active, inactive or resolved */
            clinicalStatus: string;
            /**
             * @description A day, a month or a year alone: 2026-05-02, 2026-05, 2026
             * @default
             */
            onsetDate: string;
            /** @description Only of a resolved one */
            resolvedDate?: string;
        };
        Confirmation: {
            /** @default  */
            overrideReason: string;
            /**
             * @description As the refusal told it
             * @default
             */
            warningsKey: string;
            /**
             * @description The values are as they were meant
             * @default false
             */
            confirmUnlikely: boolean;
        };
        CorrectionRequest: {
            entryId: string;
            entryVersion: number;
            /** @description In the patient’s words */
            text: string;
            /** @enum {string} */
            state: "open" | "corrected" | "declined";
        };
        Decision: {
            summary: components["schemas"]["DecisionSummary"];
            urgency: ("routine" | "soon" | "urgent" | "emergency") | null;
            /** @description Empty where there is none */
            targetDate: string;
            /** @description At most 20, best first, then rejected ones */
            candidates: components["schemas"]["DecisionCandidate"][];
            /** @description How many were looked at */
            seen: number;
            fitting: number;
            rejected: {
                reason: string;
                explanation: string;
                count: number;
            }[];
        };
        DecisionCandidate: {
            /** @enum {string} */
            state: "chosen" | "fitted" | "rejected";
            /** @description 1 is the best; 0 for what was rejected */
            rank: number;
            /** @description A word; empty for the chosen one */
            reason: string;
            explanation: string;
            slot: components["schemas"]["Slot"] | null;
            /** @description The waiting entry, where entries were looked at */
            entryId: string | null;
            /** @description Visits the provider had in the same week */
            providerLoad: number;
        };
        DecisionSummary: {
            appointmentId: string;
            version: number;
            /** @description What happened: booked, moved, cancelled, offered, … */
            kind: string;
            /** Format: date-time */
            decidedAt: string;
            ruleVersion: number;
            /** @description patient, staff or service */
            askedBy: string;
            /** @description The visit it led to */
            slot: components["schemas"]["Slot"] | null;
            sentence: string;
        };
        Directory: {
            specialties: components["schemas"]["Specialty"][];
            locations: components["schemas"]["Location"][];
            visitTypes: components["schemas"]["VisitType"][];
            providers: components["schemas"]["Provider"][];
            /** @description A cancellation later than this before a visit is a late one */
            lateCancellationHours: number;
            regions: components["schemas"]["Region"][];
        };
        /** @description What the hospital did that hit booked visits */
        Disruption: {
            id: string;
            /** @enum {string} */
            kind: "leave" | "closure" | "session-ended" | "session-changed" | "rules";
            /** @description Null where it is not of one provider */
            providerId: string | null;
            providerName: string | null;
            /** @description Null where it is not of one place */
            locationId: string | null;
            locationName: string | null;
            /** Format: date */
            firstDate: string;
            /** @description Included; null until further notice */
            lastDate: string | null;
            note: string;
            /** Format: date-time */
            createdAt: string;
            visits: {
                awaitingAnswer: number;
                kept: number;
                refused: number;
                unplaced: number;
                settled: number;
            };
        };
        EncounterNote: {
            text: string;
            /** @default  */
            plan: string;
            /** @default  */
            appointmentId: string;
        };
        Entry: {
            id: string;
            version: number;
            /** @enum {string} */
            release: "now" | "after-review" | "never";
            authorId: string;
            authorName: string;
            /** Format: date-time */
            recordedAt: string;
            amendReason: string;
            /** @description What was asked before this version was written */
            checks?: components["schemas"]["EntryChecks"];
            /** @constant */
            kind: "encounter-note";
            body: components["schemas"]["EncounterNote"];
        } | {
            id: string;
            version: number;
            /** @enum {string} */
            release: "now" | "after-review" | "never";
            authorId: string;
            authorName: string;
            /** Format: date-time */
            recordedAt: string;
            amendReason: string;
            /** @description What was asked before this version was written */
            checks?: components["schemas"]["EntryChecks"];
            /** @constant */
            kind: "condition";
            body: components["schemas"]["Condition"];
        } | {
            id: string;
            version: number;
            /** @enum {string} */
            release: "now" | "after-review" | "never";
            authorId: string;
            authorName: string;
            /** Format: date-time */
            recordedAt: string;
            amendReason: string;
            /** @description What was asked before this version was written */
            checks?: components["schemas"]["EntryChecks"];
            /** @constant */
            kind: "allergy";
            body: components["schemas"]["Allergy"];
        } | {
            id: string;
            version: number;
            /** @enum {string} */
            release: "now" | "after-review" | "never";
            authorId: string;
            authorName: string;
            /** Format: date-time */
            recordedAt: string;
            amendReason: string;
            /** @description What was asked before this version was written */
            checks?: components["schemas"]["EntryChecks"];
            /** @constant */
            kind: "medication";
            body: components["schemas"]["Medication"];
        } | {
            id: string;
            version: number;
            /** @enum {string} */
            release: "now" | "after-review" | "never";
            authorId: string;
            authorName: string;
            /** Format: date-time */
            recordedAt: string;
            amendReason: string;
            /** @description What was asked before this version was written */
            checks?: components["schemas"]["EntryChecks"];
            /** @constant */
            kind: "observation";
            body: components["schemas"]["Observation"];
        } | {
            id: string;
            version: number;
            /** @enum {string} */
            release: "now" | "after-review" | "never";
            authorId: string;
            authorName: string;
            /** Format: date-time */
            recordedAt: string;
            amendReason: string;
            /** @description What was asked before this version was written */
            checks?: components["schemas"]["EntryChecks"];
            /** @constant */
            kind: "correction-request";
            body: components["schemas"]["CorrectionRequest"];
        };
        EntryChecks: {
            /** @description Which table of medicines was asked; empty when none was */
            tableVersion: string;
            findings: components["schemas"]["MedicineFinding"][];
            /** @description What of the entry the table does not know */
            notChecked: string[];
            /** @description What of the chart it does not know */
            notCheckedAgainst: string[];
            overrideReason: string;
            confirmedUnlikely: string[];
        };
        Identity: {
            /** @description Empty fields are not asked for */
            current: {
                name: string;
                birthDate: string;
                sex: string;
            };
            /** @description What waits for reception */
            request: components["schemas"]["IdentityRequest"] | null;
            /** @description What was decided, newest first */
            changes: components["schemas"]["IdentityChange"][];
        };
        IdentityChange: {
            /** @description Of the request */
            id: string;
            /** @description Else it was refused */
            confirmed: boolean;
            /** @description Empty fields are not asked for */
            before: {
                name: string;
                birthDate: string;
                sex: string;
            };
            /** @description Empty fields are not asked for */
            wanted: {
                name: string;
                birthDate: string;
                sex: string;
            };
            reason: string;
            /** Format: date-time */
            requestedAt: string;
            /** Format: date-time */
            decidedAt: string;
            /** @description The name of who decided it, for reception; empty for the patient, and while names cannot be read */
            decidedBy: string;
            /** @description What reception was shown, of one that was confirmed */
            evidence: string;
            /** @description Why it was refused */
            refusal: string;
        };
        IdentityRequest: {
            id: string;
            /** @description Empty fields are not asked for */
            wanted: {
                name: string;
                birthDate: string;
                sex: string;
            };
            /** @description In the patient’s words: why, and what they will bring */
            reason: string;
            /** Format: date-time */
            requestedAt: string;
        };
        /** @description What a change does to times and visits */
        Impact: {
            slotsAdded: number;
            /** @description Free times that go */
            slotsRetired: number;
            /** @description Booked visits that it hits, at most 200 */
            visits: {
                appointmentId: string;
                version: number;
                patientId: string;
                /** @description Null while names cannot be read */
                patientName: string | null;
                slot: components["schemas"]["Slot"];
            }[];
            visitsTotal: number;
            /** @description New times for the visits it hits; null when none is, and of a change that is saved */
            plan: {
                /** @description In order of time */
                moves: components["schemas"]["PlannedMove"][];
                /** @enum {string} */
                method: "optimal" | "best-found" | "greedy";
                /** @description Visits with a new time */
                placed: number;
                /** @description Visits that could have one in the best plan of all */
                mostPlaceable: number;
            } | null;
            /** @description Under this the visits of a saved change are read again; null when none was hit */
            disruptionId: string | null;
        };
        Leave: {
            id: string;
            version: number;
            providerId: string;
            providerName: string;
            /** Format: date-time */
            fromAt: string;
            /** Format: date-time */
            toAt: string;
            timeZone: string;
            note: string;
            /** Format: date-time */
            createdAt: string;
            /** @description When it was called off */
            endedAt: string | null;
            visits: {
                awaitingAnswer: number;
                kept: number;
                refused: number;
                unplaced: number;
                settled: number;
            };
        };
        LeavePeriod: {
            /** Format: date */
            firstDate: string;
            /**
             * Format: date
             * @description Included
             */
            lastDate: string;
            /** @description On the first date; null: from its beginning */
            fromTime: string | null;
            /** @description On the last date; null: to its end */
            toTime: string | null;
        };
        /** @description What a leave would do; nothing is saved */
        LeavePlan: {
            /** Format: date-time */
            fromAt: string;
            /** Format: date-time */
            toAt: string;
            timeZone: string;
            /** @description Free times that close */
            slotsClosed: number;
            /** @description In order of time */
            moves: components["schemas"]["PlannedMove"][];
            /** @enum {string} */
            method: "optimal" | "best-found" | "greedy";
            /** @description Visits with a new time */
            placed: number;
            /** @description Visits that could have one in the best plan of all */
            mostPlaceable: number;
        };
        /** @description What became of a visit that a leave or another change hit */
        LeaveVisit: {
            /** @description Of the disruption: of the leave, closure or change of a session */
            leaveId: string;
            /** @enum {string} */
            kind: "leave" | "closure" | "session-ended" | "session-changed" | "rules";
            appointmentId: string;
            version: number;
            patientId: string;
            /** @description Null while names cannot be read */
            patientName: string | null;
            /** @enum {string} */
            state: "proposed" | "kept" | "refused" | "unplaced" | "settled";
            /** @enum {string} */
            status: "booked" | "arrived" | "checked-in" | "fulfilled" | "noshow" | "cancelled";
            /** @description The time that cannot be kept */
            from: components["schemas"]["Slot"];
            /** @description The time it was moved to */
            to: components["schemas"]["Slot"] | null;
            /** @enum {string} */
            urgency: "routine" | "soon" | "urgent" | "emergency";
            targetDate: string;
            /** Format: date-time */
            changedAt: string;
            /** @description It was moved and no message reaches the patient: call them */
            isUnreached: boolean;
        };
        Location: {
            id: string;
            name: string;
            address: string;
            timeZone: string;
            phone: string;
            /** @description Empty: there is no way in without steps */
            stepFreeRoute: string;
            regionId: string;
        };
        Medication: {
            /** @default null */
            coding: components["schemas"]["Coding"] | null;
            name: string;
            dosage: string;
            /** @description active, completed or stopped */
            status: string;
            /**
             * @description A day, a month or a year alone: 2026-05-02, 2026-05, 2026
             * @default
             */
            startedDate: string;
            /** @description Only of a completed or stopped one */
            stoppedDate?: string;
        };
        MedicineFinding: {
            /** @enum {string} */
            kind: "allergy" | "class" | "cross-reaction" | "duplicate";
            /** @description The entry of the chart that it conflicts with */
            entryId: string;
            entryVersion: number;
            /** @description What that entry is called there */
            recorded: string;
            /** @description The substance or the class that both have in common */
            shared: string;
            /** @description Of the allergy */
            severity: string;
            reaction: string;
            /** @description Why two classes are related */
            why: string;
        };
        Message: {
            id: string;
            personId: string;
            channel: string;
            template: string;
            appointmentId: string;
            appointmentVersion: number;
            state: string;
            tries: number;
            queuedAt: string;
            /** @description Empty until it was sent */
            sentAt: string;
            failure: string;
            /** @description The exact words, empty until the first try */
            subject: string;
            text: string;
        };
        NewEntryBody: {
            /** @constant */
            kind: "encounter-note";
            text: string;
            /** @default  */
            plan: string;
            /** @default  */
            appointmentId: string;
        } | {
            /** @constant */
            kind: "condition";
            /** @default null */
            coding: components["schemas"]["Coding"] | null;
            term: string;
            /** @default  */
            plainTerm: string;
            /** @description active, inactive or resolved */
            clinicalStatus: string;
            /**
             * @description A day, a month or a year alone: 2026-05-02, 2026-05, 2026
             * @default
             */
            onsetDate: string;
            /** @description Only of a resolved one */
            resolvedDate?: string;
        } | {
            /** @constant */
            kind: "allergy";
            /**
             * @description The asserted fact that no allergies are known
             * @default false
             */
            noneKnown: boolean;
            /** @default null */
            coding: components["schemas"]["Coding"] | null;
            /** @default  */
            substance: string;
            /** @default  */
            reaction: string;
            /**
             * @description mild, moderate, severe, or empty
             * @default
             */
            severity: string;
            /**
             * @description active, inactive or refuted; empty when none are known
             * @default
             */
            clinicalStatus: string;
        } | {
            /** @constant */
            kind: "medication";
            /** @default null */
            coding: components["schemas"]["Coding"] | null;
            name: string;
            dosage: string;
            /** @description active, completed or stopped */
            status: string;
            /**
             * @description A day, a month or a year alone: 2026-05-02, 2026-05, 2026
             * @default
             */
            startedDate: string;
            /** @description Only of a completed or stopped one */
            stoppedDate?: string;
        } | {
            /** @constant */
            kind: "observation";
            /** @default null */
            coding: components["schemas"]["Coding"] | null;
            name: string;
            /** @default  */
            plainName: string;
            referenceLow?: number;
            referenceHigh?: number;
            /** @description Absent for a panel, whose components have the values */
            value?: number;
            /**
             * @description UCUM; empty for a panel
             * @default
             */
            unit: string;
            /**
             * Format: date-time
             * @description When it was taken
             */
            observedAt: string;
            /** @description What was measured together, such as the two pressures of blood */
            components?: {
                /** @default null */
                coding: components["schemas"]["Coding"] | null;
                name: string;
                /** @default  */
                plainName: string;
                referenceLow?: number;
                referenceHigh?: number;
                value: number;
                /** @description UCUM */
                unit: string;
            }[];
        };
        Observation: {
            /** @default null */
            coding: components["schemas"]["Coding"] | null;
            name: string;
            /** @default  */
            plainName: string;
            referenceLow?: number;
            referenceHigh?: number;
            /** @description Absent for a panel, whose components have the values */
            value?: number;
            /**
             * @description UCUM; empty for a panel
             * @default
             */
            unit: string;
            /**
             * Format: date-time
             * @description When it was taken
             */
            observedAt: string;
            /** @description What was measured together, such as the two pressures of blood */
            components?: {
                /** @default null */
                coding: components["schemas"]["Coding"] | null;
                name: string;
                /** @default  */
                plainName: string;
                referenceLow?: number;
                referenceHigh?: number;
                value: number;
                /** @description UCUM */
                unit: string;
            }[];
        };
        OptimalityDay: {
            /** Format: date */
            date: string;
            /** @description Visits booked on that day, at most 100 of them looked at */
            visits: number;
            /** @description Times that they could have had */
            slots: number;
            /** @description Days waited, and much more for each missed target */
            greedyCost: number;
            optimalCost: number;
            greedyTargetsMissed: number;
            optimalTargetsMissed: number;
            /** @description False when the time ended before the best was certain */
            isProven: boolean;
        };
        PersonSummary: {
            personId: string;
            name: string;
            birthDate: string;
            sex: string;
            medicalRecordNumber: string;
            accessNeeds: string[];
            /** @description How they want to be called; empty: by their name */
            preferredName: string;
            /** @description What they were known by before, newest first: above a chart only. Empty fields stayed */
            formerly: {
                name: string;
                birthDate: string;
                sex: string;
                /**
                 * Format: date-time
                 * @description When reception confirmed something else
                 */
                until: string;
            }[];
        };
        PlannedMove: {
            appointmentId: string;
            version: number;
            patientId: string;
            /** @description Null while names cannot be read */
            patientName: string | null;
            from: components["schemas"]["Slot"];
            /** @description Null when no time was found */
            to: components["schemas"]["Slot"] | null;
            /** @enum {string} */
            urgency: "routine" | "soon" | "urgent" | "emergency";
            /** @description By when the patient should be seen */
            targetDate: string;
            targetMet: boolean;
            /** @description Why there is no new time; empty when there is one */
            unplacedReason: string;
        };
        /** @description What the hospital has decided, in numbers */
        Policy: {
            /** @description The birthday at which a child’s proxies end */
            proxyChildUntilAgeYears: number;
            /** @description How long a link to an adult’s record that staff made waits for a colleague */
            proxyConfirmWithinHours: number;
            /** @description How long a link to an adult that staff made works */
            proxyByStaffForDays: number;
            /** @description What a patient may have booked in a specialty at a time, by themselves and without a referral */
            openVisitsPerSpecialty: number;
            /** @description The same of series, which do not count as visits */
            openSeriesPerSpecialty: number;
            /** @description What a patient may book in 24 hours, cancelled or not; a series counts once */
            newVisitsPerDay: number;
            /** @description How often a patient may move visits in 24 hours */
            movesPerDay: number;
            /** @description On how many waiting lists a patient may be */
            waitingPlaces: number;
            /** @description Later than this before the visit, a cancellation is a late one */
            lateCancellationHours: number;
        };
        /** @description Who changed which numbers, from what to what */
        PolicyChange: {
            version: number;
            changedBy: string;
            changedByName: string | null;
            /** Format: date-time */
            changedAt: string;
            differences: {
                field: string;
                before: number;
                after: number;
            }[];
        };
        Problem: {
            /**
             * Format: uri
             * @description Stable; the last part is the kind of error
             */
            type: string;
            title: string;
            status: number;
            detail?: string;
            /** @description The id to quote: urn:uuid:… */
            instance: string;
            errors?: {
                field: string;
                message: string;
            }[];
            /** @description Other free slots, when a slot is taken */
            alternatives?: components["schemas"]["Slot"][];
            /** @description What of the chart speaks against an entry, for safety-warning */
            warnings?: {
                /** @description Goes with the reason: names exactly these warnings */
                key: string;
                findings: components["schemas"]["MedicineFinding"][];
                /** @description How many there are beside these */
                more: number;
            };
        };
        Profile: {
            personId: string;
            email: string;
            role: string;
            name: string;
            /** @description YYYY-MM-DD, or empty */
            birthDate: string;
            /** @description FHIR administrative gender: male, female, other, unknown */
            sex: string;
            phone: string;
            medicalRecordNumber: string;
            timeZone: string;
            /** @description BCP 47 */
            language: string;
            accessNeeds: string[];
            /** @description How they want to be called; empty: by their name */
            preferredName: string;
            /** @description Where the person can go for a visit follows from it; empty when not known */
            postcode: string;
            version: number;
        };
        Provider: {
            id: string;
            name: string;
            title: string;
            teamId: string;
            specialtyIds: string[];
            locationIds: string[];
        };
        ProxyLink: {
            linkId: string;
            /** Format: date-time */
            since: string;
            /** @enum {string} */
            scope: "bookings" | "record";
            /** @description When it ends by itself */
            expiresAt: string | null;
            /** @description Else the patient made it, by a code */
            madeByStaff: boolean;
            /** @description In the words of the staff who made it; empty for a code */
            reason: string;
            /** @enum {string} */
            state: "unconfirmed" | "active" | "lapsed" | "expired" | "ended";
            patient: {
                personId: string;
                /** @description Empty while names cannot be read */
                name: string;
                birthDate: string;
                medicalRecordNumber: string;
            };
            proxy: {
                personId: string;
                /** @description Empty while names cannot be read */
                name: string;
                birthDate: string;
            };
            /** @description What staff were shown; empty for a code */
            evidence: string;
            grantedBy: {
                personId: string;
                /** @description Empty while names cannot be read */
                name: string;
            };
            /** @description Until when a colleague may confirm it; null where none has to */
            confirmBy: string | null;
            confirmed: {
                personId: string;
                /** @description Empty while names cannot be read */
                name: string;
                /** Format: date-time */
                at: string;
            } | null;
            ended: {
                personId: string;
                /** @description Empty while names cannot be read */
                name: string;
                /** Format: date-time */
                at: string;
            } | null;
            reviewed: {
                personId: string;
                /** @description Empty while names cannot be read */
                name: string;
                /** Format: date-time */
                at: string;
            } | null;
            /** @description When the patient said “this was not me” */
            disputedAt: string | null;
        };
        /** @description A referral or a follow-up that a clinician ordered */
        Referral: {
            id: string;
            /** @enum {string} */
            kind: "referral" | "follow-up";
            specialtyId: string;
            specialtyName: string;
            /** @description Empty: any visit type of the specialty */
            visitTypeId: string;
            visitTypeName: string;
            /** @description Empty: any provider */
            providerId: string;
            providerName: string;
            /** @enum {string} */
            urgency: "routine" | "soon" | "urgent" | "emergency";
            /** @description YYYY-MM-DD, or empty */
            earliestDate: string;
            /** @description YYYY-MM-DD: the patient should be seen by then */
            dueDate: string;
            orderedByName: string;
            /** Format: date-time */
            orderedAt: string;
            /**
             * @description Open while no visit is booked with it and nobody withdrew it
             * @enum {string}
             */
            state: "open" | "booked" | "withdrawn";
            /** @description The visit booked with it, or empty */
            appointmentId: string;
        };
        Region: {
            id: string;
            name: string;
        };
        Replay: {
            /** @enum {string} */
            result: "same" | "differs" | "not-replayable";
            sentence: string;
            stored: string;
            recomputed: string;
            /** @description As they fare when decided again */
            candidates: components["schemas"]["DecisionCandidate"][];
        };
        ScheduledAppointment: {
            id: string;
            /** @description Raised by every change; send the one you saw with a change of your own */
            version: number;
            /** @enum {string} */
            status: "booked" | "arrived" | "checked-in" | "fulfilled" | "noshow" | "cancelled";
            /** Format: date-time */
            startAt: string;
            /** Format: date-time */
            endAt: string;
            providerId: string;
            providerName: string;
            specialtyName: string;
            visitTypeName: string;
            locationId: string;
            locationName: string;
            timeZone: string;
            /** @description The clinic moved the visit and waits for the patient’s answer */
            awaitsAnswer: boolean;
            /** @description The clinic cannot keep the time and has found no new one: move the visit, or cancel it */
            needsNewTime: boolean;
            patientId: string;
            patientName: string;
        };
        SessionRules: {
            /** Format: uuid */
            providerId: string;
            locationId: string;
            visitTypeId: string;
            /** @enum {string} */
            mode: "in-person" | "video" | "phone";
            /** @description Monday 1 to Sunday 7 */
            weekday: number;
            starts: string;
            /** @description At or before `starts`: on the next day */
            ends: string;
            /** @description Patients seen at the same time */
            seats: number;
            /** Format: date */
            firstDate: string;
            /** @description Included; null until further notice */
            lastDate: string | null;
            carveOut: components["schemas"]["CarveOut"] | null;
        };
        Slot: {
            id: string;
            providerId: string;
            providerName: string;
            specialtyId: string;
            visitTypeId: string;
            locationId: string;
            /** @description IANA name of the zone of the place */
            timeZone: string;
            /** Format: date-time */
            startAt: string;
            /** Format: date-time */
            endAt: string;
            /** @enum {string} */
            mode: "in-person" | "video" | "phone";
            /** @description Of a class, where it is one to choose from: how many may still come */
            placesLeft?: number;
        };
        Specialty: {
            id: string;
            name: string;
            plainName: string;
        };
        VisitType: {
            id: string;
            name: string;
            specialtyId: string;
            lengthMinutes: number;
            preparation: string;
        };
        WaitingPatient: {
            id: string;
            version: number;
            patientId: string;
            /** @description Null while names cannot be read */
            patient: components["schemas"]["PersonSummary"] | null;
            /** @enum {string} */
            state: "waiting" | "offered" | "booked" | "withdrawn" | "lapsed";
            /** @description Place in the specialty, from 1; 0 when the entry is not open */
            rank: number;
            rankWhy: string;
            /** @enum {string} */
            urgency: "routine" | "soon" | "urgent" | "emergency";
            /** Format: date-time */
            waitingSince: string;
            /** @description By when the patient should be seen */
            targetDate: string;
            isTargetBreached: boolean;
            specialtyName: string;
            visitTypeName: string;
            providerId: string | null;
            locationId: string | null;
            /** @description Null: any */
            mode: ("in-person" | "video" | "phone") | null;
            timesOfDay: ("morning" | "afternoon" | "evening")[];
            /** @description Monday 1 to Sunday 7; empty: any */
            daysOfWeek: number[];
            earliestDate: string;
            latestDate: string;
            accessNeeds: ("longer-visit" | "interpreter")[];
            autoAccept: boolean;
            /** @description Offers that ended without an answer */
            misses: number;
            offer: {
                slot: components["schemas"]["Slot"];
                /** Format: date-time */
                offeredAt: string;
                /** Format: date-time */
                expiresAt: string;
            } | null;
            lastContact: {
                /** Format: date-time */
                at: string;
                /** @enum {string} */
                outcome: "reached" | "message-left" | "no-answer";
                note: string;
            } | null;
            /** @description The patient’s own words; empty for those who see no chart */
            reason: string;
        };
        /** @description Seven days of a provider */
        Week: {
            providerId: string;
            providerName: string;
            /** Format: date */
            firstDate: string;
            timeZone: string;
            sessions: components["schemas"]["ClinicSession"][];
            /** @description In order of time */
            slots: components["schemas"]["WeekSlot"][];
            leave: {
                id: string;
                /** Format: date-time */
                fromAt: string;
                /** Format: date-time */
                toAt: string;
                note: string;
            }[];
            closures: components["schemas"]["Closure"][];
            /** @description More are there than are listed */
            isCut: boolean;
        };
        WeekSlot: {
            slot: components["schemas"]["Slot"];
            sessionId: string;
            /**
             * Format: date
             * @description On the calendar of its location
             */
            date: string;
            starts: string;
            ends: string;
            seat: number;
            /** @enum {string} */
            state: "free" | "held" | "booked" | "settling" | "closed";
            /** @description Kept for this urgency until `keptUntil` */
            keptFor: ("routine" | "soon" | "urgent" | "emergency") | null;
            keptUntil: string | null;
            /** @description Booked or held, but no rule offers it any more */
            isOutsideRules: boolean;
            /** @description Part of the longer visit before it */
            isPartOfLonger: boolean;
        };
    };
    responses: {
        /** @description Malformed: each wrong field is named */
        Problem400: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description No valid access token */
        Problem401: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The caller has no such function */
        Problem403: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description No such thing, or not the caller’s */
        Problem404: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description In conflict with the present state, e.g. the slot is taken or the version is old */
        Problem409: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Changed by somebody else since it was read */
        Problem412: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is larger than this route takes */
        Problem413: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is not JSON */
        Problem415: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The idempotency key was used for another request */
        Problem422: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The If-Match header is required */
        Problem428: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too many requests */
        Problem429: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The address and the headers are larger than 16 KiB */
        Problem431: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Unexpected; quote the instance */
        Problem500: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A part is unavailable; try again after Retry-After seconds */
        Problem503: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description No answer in time */
        Problem504: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    postClinicAppointmentsIdStatus: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client, one per intended change; a retry with the same key changes nothing twice */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version: number;
                    /**
                     * @description The status to reach; an earlier one undoes the present one
                     * @enum {string}
                     */
                    status: "booked" | "arrived" | "checked-in" | "fulfilled" | "noshow";
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        appointment: components["schemas"]["Appointment"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    getClinicClosures: {
        parameters: {
            query?: {
                locationId?: string;
                from?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        closures: components["schemas"]["Closure"][];
                        /** @description More are there than are listed */
                        isCut: boolean;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    putClinicClosuresId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Null: the whole hospital */
                    locationId: string | null;
                    firstDate: string;
                    /** @description Included */
                    lastDate: string;
                    /** @description Why, for staff */
                    note: string;
                    /**
                     * @description Saves nothing, and answers with a new time for each visit that is hit, as far as there is one
                     * @default false
                     */
                    dryRun?: boolean;
                    /** @description What the plan says for each visit */
                    moves?: components["schemas"]["AppliedMove"][];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        closure: components["schemas"]["Closure"];
                        impact: components["schemas"]["Impact"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    deleteClinicClosuresId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    getClinicConfig: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        region: string;
                        userPoolId: string;
                        userPoolClientId: string;
                        userPoolEndpoint: string;
                        clinicPhone: string;
                        /**
                         * @description Which system this is; load tests ask before they begin
                         * @enum {string}
                         */
                        environment: "local" | "rig" | "dev" | "staging" | "prod";
                        /** @description What it was built from; empty where nobody knows */
                        commit: string;
                    };
                };
            };
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    getClinicDay: {
        parameters: {
            query?: {
                date?: string;
                providerId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        date: string;
                        timeZone: string;
                        /** Format: date-time */
                        updatedAt: string;
                        visits: {
                            appointment: components["schemas"]["Appointment"];
                            /** @description Null while names cannot be read */
                            patient: components["schemas"]["PersonSummary"] | null;
                        }[];
                        /** @description More are there than are listed */
                        isCut: boolean;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    getClinicDecisions: {
        parameters: {
            query?: {
                providerId?: string;
                specialtyId?: string;
                kind?: string;
                appointmentId?: string;
                from?: string;
                to?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        decisions: components["schemas"]["DecisionSummary"][];
                        nextCursor?: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    getClinicDecisionsIdVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description As the patient reads it */
                        why: string;
                        decision: components["schemas"]["Decision"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    getClinicDecisionsIdVersionReplay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Replay"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    getClinicDirectory: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Directory"];
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    getClinicDisruptions: {
        parameters: {
            query?: {
                onlyOpen?: boolean;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        disruptions: components["schemas"]["Disruption"][];
                        nextCursor?: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    getClinicLeave: {
        parameters: {
            query?: {
                providerId?: string;
                from?: string;
                ended?: boolean;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        leave: components["schemas"]["Leave"][];
                        nextCursor?: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    postClinicLeavePlans: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    providerId: string;
                    period: components["schemas"]["LeavePeriod"];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        plan: components["schemas"]["LeavePlan"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    putClinicLeaveId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    providerId: string;
                    period: components["schemas"]["LeavePeriod"];
                    /** @description For staff */
                    note: string;
                    /** @description What the plan says for each visit */
                    moves: components["schemas"]["AppliedMove"][];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        leave: components["schemas"]["Leave"];
                        visits: components["schemas"]["LeaveVisit"][];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    postClinicLeaveIdCancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version: number;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        leave: components["schemas"]["Leave"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    postClinicLeaveIdVisitsAppointmentIdSettle: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client, one per intended change; a retry with the same key changes nothing twice */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
                appointmentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The visit’s version */
                    version: number;
                    /** @description Null: taken care of otherwise */
                    slotId: string | null;
                    /** @description The patient will come to another region */
                    otherRegionAgreed?: boolean;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        visit: components["schemas"]["LeaveVisit"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    getClinicLive: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A stream of events */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream; charset=utf-8": string;
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getClinicMessages: {
        parameters: {
            query?: {
                personId?: string;
                appointmentId?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        messages: components["schemas"]["Message"][];
                        nextCursor?: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    getClinicOptimality: {
        parameters: {
            query: {
                specialtyId: string;
                from: string;
                to: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        days: components["schemas"]["OptimalityDay"][];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    postClinicPatientsFind: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    medicalRecordNumber: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonSummary"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    getClinicPatientsIdChart: {
        parameters: {
            query?: {
                kind?: "encounter-note" | "condition" | "allergy" | "medication" | "observation" | "correction-request";
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Null while names cannot be read */
                        patient: components["schemas"]["PersonSummary"] | null;
                        chart: {
                            /** @description What lasts first, then what happened, newest added first */
                            entries: components["schemas"]["Entry"][];
                            /** @description The version of the chart that every page shows */
                            chartVersion: number;
                            /** @description Greater than `chartVersion` when somebody has written meanwhile */
                            newestVersion: number;
                            /** Format: date-time */
                            readAt: string;
                            /** @description With the pages before it, all that was asked for has been given */
                            complete: boolean;
                            /** @description While false, an allergy, an active problem or a current medicine may be on a later page */
                            lastingComplete: boolean;
                            /** @description Kinds of which there is more on later pages */
                            unfinished: ("encounter-note" | "condition" | "allergy" | "medication" | "observation" | "correction-request")[];
                            nextCursor?: string;
                        };
                        /** @description On the first page: what the caller has typed in this chart and not signed */
                        drafts: {
                            form: string;
                            /** Format: date-time */
                            savedAt: string;
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    postClinicPatientsIdCorrectionsEntryIdAnswer: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client, one per intended change; a retry with the same key changes nothing twice */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
                entryId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version: number;
                    /** @enum {string} */
                    state: "corrected" | "declined";
                    /** @description What the patient is told */
                    answer: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: components["schemas"]["Entry"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    getClinicPatientsIdDraftsForm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                form: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What was typed, by field: 40,000 characters together */
                        fields: {
                            name: string;
                            value: string;
                        }[];
                        version: number;
                        /** @description The Idempotency-Key that the entry will be signed with; what was signed is not saved again */
                        key: string;
                        /** Format: date-time */
                        savedAt: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    putClinicPatientsIdDraftsForm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                form: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What was typed, by field: 40,000 characters together */
                    fields: {
                        name: string;
                        value: string;
                    }[];
                    /** @description The version it replaces; 0 when there is none */
                    version: number;
                    /** @description The Idempotency-Key that the entry will be signed with; what was signed is not saved again */
                    key: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                        /** Format: date-time */
                        savedAt: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    deleteClinicPatientsIdDraftsForm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                form: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    postClinicPatientsIdEntries: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client, one per intended change; a retry with the same key changes nothing twice */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    body: components["schemas"]["NewEntryBody"];
                    /**
                     * @description Absent: by kind; problems and results after a review, everything else at once
                     * @enum {string}
                     */
                    release?: "now" | "after-review" | "never";
                    confirmation?: components["schemas"]["Confirmation"];
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: components["schemas"]["Entry"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    getClinicPatientsIdEntriesEntryId: {
        parameters: {
            query?: {
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
                entryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The newest ones, oldest of them first; the next page has those before */
                        versions: components["schemas"]["Entry"][];
                        /** @description With the pages before it, every version has been given */
                        complete: boolean;
                        nextCursor?: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    postClinicPatientsIdEntriesEntryIdAmend: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client, one per intended change; a retry with the same key changes nothing twice */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
                entryId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version: number;
                    body: components["schemas"]["NewEntryBody"];
                    /**
                     * @description Absent: as the version before
                     * @enum {string}
                     */
                    release?: "now" | "after-review" | "never";
                    reason: string;
                    confirmation?: components["schemas"]["Confirmation"];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: components["schemas"]["Entry"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    getClinicPatientsIdIdentity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Identity"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    postClinicPatientsIdIdentityRequestsRequestIdConfirm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                requestId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What was shown */
                    evidence: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityChange"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    postClinicPatientsIdIdentityRequestsRequestIdRefuse: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                requestId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Why, for the patient to read */
                    refusal: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityChange"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    getClinicPatientsIdProxies: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        proxies: components["schemas"]["ProxyLink"][];
                        actsFor: components["schemas"]["ProxyLink"][];
                        unconfirmed: components["schemas"]["ProxyLink"][];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    putClinicPatientsIdProxiesProxyId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                proxyId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    scope: "bookings" | "record";
                    /** @description What was shown */
                    evidence: string;
                    /** @description Why somebody is to act for the patient */
                    reason: string;
                    /** @description The last day it shall work; as long as the policy lets it, if left out */
                    lastDate?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProxyLink"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    deleteClinicPatientsIdProxiesProxyId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                proxyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    getClinicPatientsIdReferrals: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        referrals: components["schemas"]["Referral"][];
                        /** @description More are there than are listed */
                        isCut: boolean;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    postClinicPatientsIdReferrals: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client, one per intended change; a retry with the same key changes nothing twice */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description A follow-up is with the caller’s own team
                     * @enum {string}
                     */
                    kind: "referral" | "follow-up";
                    specialtyId: string;
                    visitTypeId?: string;
                    /** Format: uuid */
                    providerId?: string;
                    /** @enum {string} */
                    urgency: "routine" | "soon" | "urgent";
                    earliestDate?: string;
                    /** @description As the urgency has it, if left out */
                    dueDate?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        referral: components["schemas"]["Referral"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    getClinicPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        policy: components["schemas"]["Policy"];
                        version: number;
                        changes: components["schemas"]["PolicyChange"][];
                    };
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    putClinicPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    policy: components["schemas"]["Policy"];
                    /** @description The version that is changed */
                    version: number;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        policy: components["schemas"]["Policy"];
                        version: number;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    putClinicProvidersIdDelay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 0: in time again */
                    delayMinutes: number;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        delayMinutes: number;
                        /** Format: date-time */
                        changedAt: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    getClinicProxiesReviews: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        links: components["schemas"]["ProxyLink"][];
                        nextCursor?: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    getClinicProxiesUnconfirmed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        links: components["schemas"]["ProxyLink"][];
                    };
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    postClinicProxiesIdConfirm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProxyLink"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    postClinicProxiesIdReview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProxyLink"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    deleteClinicReferralsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        referral: components["schemas"]["Referral"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    getClinicSchedule: {
        parameters: {
            query?: {
                from?: string;
                to?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        appointments: components["schemas"]["ScheduledAppointment"][];
                        nextCursor?: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    postClinicSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        profile: components["schemas"]["Profile"];
                        groups: ("Patients" | "Providers" | "Receptionists" | "Privacy" | "Admins" | "Managers")[];
                        /** @description The caller’s entry in the directory */
                        provider: components["schemas"]["Provider"] | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    getClinicSessions: {
        parameters: {
            query?: {
                providerId?: string;
                locationId?: string;
                from?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        sessions: components["schemas"]["ClinicSession"][];
                        nextCursor?: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    putClinicSessionsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    session: components["schemas"]["SessionRules"];
                    /** @description The version that is changed; 0 makes it */
                    version: number;
                    /**
                     * @description Saves nothing, and answers with a new time for each visit that is hit, as far as there is one
                     * @default false
                     */
                    dryRun?: boolean;
                    /** @description What the plan says for each visit */
                    moves?: components["schemas"]["AppliedMove"][];
                    /**
                     * Format: uuid
                     * @description Made by the client: saving it again changes nothing
                     */
                    disruptionId?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        session: components["schemas"]["ClinicSession"];
                        impact: components["schemas"]["Impact"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    postClinicSessionsIdEnd: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version: number;
                    /** @description The last time it takes place */
                    lastDate: string;
                    /**
                     * @description Saves nothing, and answers with a new time for each visit that is hit, as far as there is one
                     * @default false
                     */
                    dryRun?: boolean;
                    /** @description What the plan says for each visit */
                    moves?: components["schemas"]["AppliedMove"][];
                    /**
                     * Format: uuid
                     * @description Made by the client: saving it again changes nothing
                     */
                    disruptionId?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Null when it was taken back before it took place */
                        session: components["schemas"]["ClinicSession"] | null;
                        impact: components["schemas"]["Impact"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    getClinicSlots: {
        parameters: {
            query: {
                specialtyId: string;
                visitTypeId?: string;
                providerId?: string;
                locationId?: string;
                mode?: "in-person" | "video" | "phone";
                regionId?: string;
                patientId?: string;
                from?: string;
                to?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        slots: components["schemas"]["Slot"][];
                        nextCursor?: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    getClinicWaitlist: {
        parameters: {
            query: {
                specialtyId: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entries: components["schemas"]["WaitingPatient"][];
                        /** @description How many wait or have an offer in the specialty */
                        total: number;
                        nextCursor?: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    postClinicWaitlistIdContact: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client, one per intended change; a retry with the same key changes nothing twice */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version: number;
                    /** @enum {string} */
                    outcome: "reached" | "message-left" | "no-answer";
                    note: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: components["schemas"]["WaitingPatient"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    postClinicWaitlistIdRetriage: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client, one per intended change; a retry with the same key changes nothing twice */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version: number;
                    /** @enum {string} */
                    urgency: "routine" | "soon" | "urgent";
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: components["schemas"]["WaitingPatient"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    getClinicWeek: {
        parameters: {
            query?: {
                providerId?: string;
                from?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        week: components["schemas"]["Week"];
                        /** @description Names of those who are booked, by the id of their time, as far as the caller sees visits */
                        patients: {
                            [key: string]: string;
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    getClinicWorklist: {
        parameters: {
            query?: {
                leaveId?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        visits: components["schemas"]["LeaveVisit"][];
                        nextCursor?: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
}
