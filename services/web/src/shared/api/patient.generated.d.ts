export interface paths {
    "/v1/acting-for/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** The caller acts for somebody no longer */
        delete: operations["deleteActingForId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/appointments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A patient’s appointments and record headlines, newest first */
        get: operations["getAppointments"];
        put?: never;
        /** Books a slot for the caller or somebody they act for */
        post: operations["postAppointments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/appointments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One appointment of the caller, with its place and preparation */
        get: operations["getAppointmentsId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/appointments/{id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keeps the time that the clinic moved a visit to, or says that it cannot be: then it is cancelled */
        post: operations["postAppointmentsIdAnswer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/appointments/{id}/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One appointment as iCalendar, in neutral words */
        get: operations["getAppointmentsIdCalendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/appointments/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancels; never refused for being late */
        post: operations["postAppointmentsIdCancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/appointments/{id}/check-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Says that the caller has arrived */
        post: operations["postAppointmentsIdCheckIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/appointments/{id}/lateness": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Says how late the patient will be, on the day */
        post: operations["postAppointmentsIdLateness"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/appointments/{id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes another slot; the old one stays until the new one is certain */
        post: operations["postAppointmentsIdMove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/appointments/{id}/why": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Why an appointment has its time, in plain words */
        get: operations["getAppointmentsIdWhy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/config": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where to sign in, and whom to call */
        get: operations["getConfig"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/directory": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Specialties, locations, visit types and providers */
        get: operations["getDirectory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Holds a slot for a few minutes instead of the one held before */
        post: operations["postHolds"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/holds/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Gives a held slot back */
        delete: operations["deleteHoldsId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/holds/{id}/extend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keeps a held slot ten minutes longer, once */
        post: operations["postHoldsIdExtend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Changes as they happen, as server-sent events; `paused` means to ask instead */
        get: operations["getLive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller’s own profile */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes fields of the caller’s own profile */
        patch: operations["patchMe"];
        trace?: never;
    };
    "/v1/me/identity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller’s legal name, birth date and sex, what they ask for and what was decided */
        get: operations["getMeIdentity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/identity/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Asks for another legal name, birth date or sex, which reception confirms; 409 while a request is open, three a day */
        post: operations["postMeIdentityRequests"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/identity/requests/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Takes a request back; 409 when reception has decided it */
        delete: operations["deleteMeIdentityRequestsId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/patient": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Makes the account a patient’s as well; refresh the tokens afterwards */
        put: operations["putMePatient"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Finds the best slot for a need, holds it and says why */
        post: operations["postProposals"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/proxies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whom the caller acts for, and who acts for them */
        get: operations["getProxies"];
        put?: never;
        /** Enters a code: the caller acts for whoever made it */
        post: operations["postProxies"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/proxies/codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes a code with which somebody can begin to act for the caller */
        post: operations["postProxiesCodes"];
        /** Takes back every code of the caller that nobody has entered */
        delete: operations["deleteProxiesCodes"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/proxies/not-me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** “This was not me”: ends the link that a notice was about and tells the privacy team */
        post: operations["postProxiesNotMe"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/proxies/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Lets somebody act for the caller no longer */
        delete: operations["deleteProxiesId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/proxies/{id}/not-me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** “This was not me”: ends a link to the caller’s record and tells the privacy team */
        post: operations["postProxiesIdNotMe"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/record": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a patient may see of their record, by the page; each look is recorded */
        get: operations["getRecord"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/record/access": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who read, wrote or tried to reach what is clinical about a patient, newest first */
        get: operations["getRecordAccess"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/record/entries/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The versions of one entry, by the page; each look is recorded */
        get: operations["getRecordEntriesId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/record/entries/{id}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Asks for a correction of one entry; 409 while another request about it is open */
        post: operations["postRecordEntriesIdCorrections"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/referrals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A patient’s open referrals and follow-ups, those due earliest first */
        get: operations["getReferrals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/series": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Books all visits of a series, or none */
        post: operations["postSeries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/series/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Looks for visits every so many weeks, on the same weekday at the same time */
        post: operations["postSeriesProposals"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/series/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancels one visit of a series, or it and all later ones */
        post: operations["postSeriesIdCancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/series/{id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Moves one visit of a series, or it and all later ones by the same distance */
        post: operations["postSeriesIdMove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begins a session; the first one makes the profile */
        post: operations["postSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/slots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Free slots in order of time */
        get: operations["getSlots"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/waitlist": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The waiting lists a patient is on, with their offers, and those that ended in the last 35 days */
        get: operations["getWaitlist"];
        put?: never;
        /** Enters a waiting list; a time that fits is offered or booked at once */
        post: operations["postWaitlist"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/waitlist/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One entry of a waiting list, with the place of its offer */
        get: operations["getWaitlistId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/waitlist/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Books the offered time; 409 with reason `offer-ended` when somebody was later than its end */
        post: operations["postWaitlistIdAccept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/waitlist/{id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Says no to the offered time and keeps the place on the list */
        post: operations["postWaitlistIdDecline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/waitlist/{id}/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Leaves a waiting list; an open offer goes to the next */
        post: operations["postWaitlistIdLeave"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/waitlist/{id}/wishes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Changes what suits, or whether the first time that fits is booked without asking */
        post: operations["postWaitlistIdWishes"];
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
        AccessEvent: {
            /** Format: date-time */
            at: string;
            readerId: string;
            /** @description As they were called then; empty for a person who had no name, and where it was not kept */
            readerName: string;
            /** @description The group they acted in; `proxy` for who acts for the patient */
            role: string;
            /**
             * @description `try`: it was refused
             * @enum {string}
             */
            action: "read" | "write" | "try";
            what: string;
            /** @description `none` for what was refused */
            why: string;
        };
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
        AppointmentSummary: {
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
        CorrectionRequest: {
            entryId: string;
            entryVersion: number;
            /** @description In the patient’s words */
            text: string;
            /** @enum {string} */
            state: "open" | "corrected" | "declined";
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
        /** @description A slot kept for one patient for a few minutes */
        Hold: {
            id: string;
            slot: components["schemas"]["Slot"];
            /** Format: date-time */
            expiresAt: string;
            canExtend: boolean;
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
        RecordHeadline: {
            entryId: string;
            version: number;
            /** @enum {string} */
            kind: "encounter-note" | "condition" | "allergy" | "medication" | "observation" | "correction-request";
            /** Format: date-time */
            recordedAt: string;
            providerId: string;
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
        SymptomAnswers: {
            emergencySigns: boolean;
            gettingWorse: boolean;
            limitsDailyLife: boolean;
            longStanding: boolean;
        };
        VisitType: {
            id: string;
            name: string;
            specialtyId: string;
            lengthMinutes: number;
            preparation: string;
        };
        WaitlistEntry: {
            /** @description Also the id of the appointment that comes of it */
            id: string;
            /** @description Raised by every change; send the one you saw with a change of your own */
            version: number;
            patientId: string;
            /** @enum {string} */
            state: "waiting" | "offered" | "booked" | "withdrawn" | "lapsed";
            wishes: components["schemas"]["Wishes"];
            specialtyName: string;
            visitTypeName: string;
            /** @description Null for who acts for bookings only */
            urgency: ("routine" | "soon" | "urgent" | "emergency") | null;
            /** Format: date-time */
            waitingSince: string;
            /** @description By when the patient should be seen; empty for who acts for bookings only */
            targetDate: string;
            /** @description The first time that fits is booked without asking */
            autoAccept: boolean;
            /** @description Offers that ended without an answer; the third ends the entry */
            misses: number;
            offer: {
                holdId: string;
                slot: components["schemas"]["Slot"];
                /** Format: date-time */
                offeredAt: string;
                /** Format: date-time */
                expiresAt: string;
                why: string;
            } | null;
            /** @description The patient’s own words */
            reason: string;
            /** Format: date-time */
            changedAt: string;
        };
        Wishes: {
            specialtyId: string;
            visitTypeId: string;
            providerId: string | null;
            locationId: string | null;
            /** @description Where the patient can go */
            regionIds: string[];
            earliestDate: string | null;
            latestDate: string | null;
            timesOfDay: ("morning" | "afternoon" | "evening")[];
            /** @description Monday 1 to Sunday 7 */
            daysOfWeek: number[];
            mode: ("in-person" | "video" | "phone") | null;
            accessNeeds: ("longer-visit" | "interpreter")[];
            referralId: string | null;
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
    deleteActingForId: {
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
    getAppointments: {
        parameters: {
            query?: {
                patientId?: string;
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
                        appointments: components["schemas"]["AppointmentSummary"][];
                        recordHeadlines: components["schemas"]["RecordHeadline"][];
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
    postAppointments: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client, one per intended change; a retry with the same key changes nothing twice */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description Somebody the caller acts for; the caller, if left out
                     */
                    patientId?: string;
                    /** @description The patient will come to another region than that of their profile */
                    otherRegionAgreed?: boolean;
                    /** @description The patient needs places without steps and will come to this one all the same */
                    stepsAgreed?: boolean;
                    /** Format: uuid */
                    slotId: string;
                    /** Format: uuid */
                    holdId?: string;
                    reason: string;
                    /** @description Needed without a referral */
                    symptoms?: components["schemas"]["SymptomAnswers"];
                    /**
                     * Format: uuid
                     * @description What it is booked with
                     */
                    referralId?: string;
                } | unknown | unknown;
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
    getAppointmentsId: {
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
                        appointment: components["schemas"]["Appointment"];
                        /** @description Null when the directory does not have it */
                        location: components["schemas"]["Location"] | null;
                        visitType: components["schemas"]["VisitType"] | null;
                        /** @description Cancelling now would be marked as late */
                        late: boolean;
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
    postAppointmentsIdAnswer: {
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
                    answer: "keep" | "refuse";
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
    getAppointmentsIdCalendar: {
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
            /** @description RFC 5545 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar; charset=utf-8": string;
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
    postAppointmentsIdCancel: {
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
                        late: boolean;
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
    postAppointmentsIdCheckIn: {
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
    postAppointmentsIdLateness: {
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
                    /** @description 5 to 60; 0: in time after all */
                    lateMinutes: number;
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
    postAppointmentsIdMove: {
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
                    /** @description The patient will come to another region than that of their profile */
                    otherRegionAgreed?: boolean;
                    /** @description The patient needs places without steps and will come to this one all the same */
                    stepsAgreed?: boolean;
                    version: number;
                    /** Format: uuid */
                    slotId: string;
                    /** Format: uuid */
                    holdId?: string;
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
    getAppointmentsIdWhy: {
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
                        why: string;
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
    getConfig: {
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
    getDirectory: {
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
    postHolds: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description Somebody the caller acts for; the caller, if left out
                     */
                    patientId?: string;
                    /** @description The patient will come to another region than that of their profile */
                    otherRegionAgreed?: boolean;
                    /** @description The patient needs places without steps and will come to this one all the same */
                    stepsAgreed?: boolean;
                    /** Format: uuid */
                    slotId: string;
                    /** Format: uuid */
                    referralId?: string;
                };
            };
        };
        responses: {
            /** @description A slot kept for one patient for a few minutes */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Hold"];
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
    deleteHoldsId: {
        parameters: {
            query?: {
                patientId?: string;
            };
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
    postHoldsIdExtend: {
        parameters: {
            query?: {
                patientId?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A slot kept for one patient for a few minutes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Hold"];
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
    getLive: {
        parameters: {
            query?: {
                patientId?: string;
            };
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
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getMe: {
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
                    "application/json": components["schemas"]["Profile"];
                };
            };
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
    patchMe: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Taken as it is only: for another one see POST /v1/me/identity/requests */
                    name?: string;
                    /** @description Empty: none */
                    preferredName?: string;
                    phone?: string;
                    timeZone?: string;
                    language?: string;
                    /**
                     * @description Taken as it is only: for another one see POST /v1/me/identity/requests
                     * @enum {string}
                     */
                    sex?: "male" | "female" | "other" | "unknown";
                    postcode?: string;
                    accessNeeds?: string[];
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
                    "application/json": components["schemas"]["Profile"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    getMeIdentity: {
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
                    "application/json": components["schemas"]["Identity"];
                };
            };
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
    postMeIdentityRequests: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    wanted: {
                        /** @description The legal name, whole */
                        name?: string;
                        /** Format: date */
                        birthDate?: string;
                        /** @enum {string} */
                        sex?: "male" | "female" | "other" | "unknown";
                    };
                    /** @description Why, and what the patient will bring */
                    reason: string;
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
                    "application/json": components["schemas"]["IdentityRequest"];
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
    deleteMeIdentityRequestsId: {
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
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    putMePatient: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
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
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    postProposals: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description Somebody the caller acts for; the caller, if left out
                     */
                    patientId?: string;
                    specialtyId: string;
                    visitTypeId: string;
                    /** Format: uuid */
                    providerId?: string;
                    locationId?: string;
                    /** @description Where the patient can go; else where their profile or latest visit says */
                    regionIds?: string[];
                    earliestDate?: string;
                    latestDate?: string;
                    timesOfDay?: ("morning" | "afternoon" | "evening")[];
                    /** @description ISO: Monday is 1 */
                    daysOfWeek?: number[];
                    /** @enum {string} */
                    mode?: "in-person" | "video" | "phone";
                    accessNeeds?: ("longer-visit" | "interpreter")[];
                    /**
                     * Format: uuid
                     * @description Urgency and dates come from it
                     */
                    referralId?: string;
                    /** @description Needed without a referral */
                    symptoms?: components["schemas"]["SymptomAnswers"];
                } | unknown | unknown;
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
                        /** @enum {string} */
                        urgency: "routine" | "soon" | "urgent" | "emergency";
                        /** @description The last date the clinical target allows; empty for an emergency */
                        targetDate: string;
                        offer: components["schemas"]["Hold"] | null;
                        why: string;
                        others: components["schemas"]["Slot"][];
                        /** @description When nothing fits: each leaves out one wish, or as few as can be */
                        outsidePreferences: components["schemas"]["Slot"][];
                        /** @description What each of these leaves out */
                        leftOut: {
                            slotId: string;
                            /** @description other-provider, other-location, mode, date, day-of-week, time-of-day */
                            wishes: string[];
                        }[];
                        /** @description The regions that were looked through */
                        regionIds: string[];
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
    getProxies: {
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
                        actsFor: {
                            personId: string;
                            /** @description Empty while names cannot be read */
                            name: string;
                            birthDate: string;
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
                        }[];
                        proxies: {
                            personId: string;
                            /** @description Empty while names cannot be read */
                            name: string;
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
                        }[];
                        /** @description Who was to see the record, by staff; nothing is open to them until a colleague has confirmed it */
                        unconfirmed: {
                            personId: string;
                            /** @description Empty while names cannot be read */
                            name: string;
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
                            /** Format: date-time */
                            confirmBy: string;
                        }[];
                        /** @description When the codes that nobody has entered run out */
                        openCodesExpireAt: string[];
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
    postProxies: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
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
                        personId: string;
                        /** Format: date-time */
                        since: string;
                        /** @enum {string} */
                        scope: "bookings" | "record";
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
    postProxiesCodes: {
        parameters: {
            query?: {
                scope?: "bookings" | "record";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        /** Format: date-time */
                        expiresAt: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    deleteProxiesCodes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
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
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    postProxiesNotMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    secret: string;
                };
            };
        };
        responses: {
            /** @description Done; no content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
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
    deleteProxiesId: {
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
    postProxiesIdNotMe: {
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
    getRecord: {
        parameters: {
            query?: {
                patientId?: string;
                kind?: "encounter-note" | "condition" | "allergy" | "medication" | "observation" | "correction-request";
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
    getRecordAccess: {
        parameters: {
            query?: {
                patientId?: string;
                limit?: number;
                cursor?: string;
                others?: boolean;
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
                        events: components["schemas"]["AccessEvent"][];
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
    getRecordEntriesId: {
        parameters: {
            query?: {
                patientId?: string;
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
    postRecordEntriesIdCorrections: {
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
                     * Format: uuid
                     * @description Somebody the caller acts for; the caller, if left out
                     */
                    patientId?: string;
                    /** @description The version of the entry that was read */
                    version: number;
                    /** @description What is wrong, in the patient’s words */
                    text: string;
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
    getReferrals: {
        parameters: {
            query?: {
                patientId?: string;
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
    postSeries: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client, one per intended change; a retry with the same key changes nothing twice */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description Somebody the caller acts for; the caller, if left out
                     */
                    patientId?: string;
                    /** @description The patient will come to another region than that of their profile */
                    otherRegionAgreed?: boolean;
                    /** @description The patient needs places without steps and will come to this one all the same */
                    stepsAgreed?: boolean;
                    everyWeeks: number;
                    /** @description In order of time, all of one kind */
                    slotIds: string[];
                    reason: string;
                    /**
                     * Format: uuid
                     * @description What the first visit was ordered with
                     */
                    referralId?: string;
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
                        seriesId: string;
                        appointments: components["schemas"]["Appointment"][];
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
    postSeriesProposals: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description Somebody the caller acts for; the caller, if left out
                     */
                    patientId?: string;
                    specialtyId: string;
                    visitTypeId: string;
                    /** Format: uuid */
                    providerId?: string;
                    locationId?: string;
                    /** @description Where the patient can go; else where their profile or latest visit says */
                    regionIds?: string[];
                    earliestDate?: string;
                    latestDate?: string;
                    timesOfDay?: ("morning" | "afternoon" | "evening")[];
                    /** @description ISO: Monday is 1 */
                    daysOfWeek?: number[];
                    /** @enum {string} */
                    mode?: "in-person" | "video" | "phone";
                    accessNeeds?: ("longer-visit" | "interpreter")[];
                    /**
                     * Format: uuid
                     * @description Urgency and dates come from it
                     */
                    referralId?: string;
                    /** @description Needed without a referral */
                    symptoms?: components["schemas"]["SymptomAnswers"];
                    /**
                     * Format: uuid
                     * @description The best one, if left out
                     */
                    firstSlotId?: string;
                    everyWeeks: number;
                    count: number;
                } | unknown | unknown;
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
                        occurrences: {
                            place: number;
                            /** @description The time it should have on the clock of the place, YYYY-MM-DDTHH:MM */
                            localStart: string;
                            slot: components["schemas"]["Slot"] | null;
                            /** @description Why it has none, as a word; empty when it has one */
                            reason: string;
                            explanation: string;
                            /** @description What would do instead */
                            alternative: components["schemas"]["Slot"] | null;
                        }[];
                        complete: boolean;
                        why: string;
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
    postSeriesIdCancel: {
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
                    /** Format: uuid */
                    appointmentId: string;
                    /** @enum {string} */
                    scope: "this" | "this-and-later";
                    /** @description Every appointment that the change is to touch, as it was seen */
                    versions: {
                        /** Format: uuid */
                        id: string;
                        version: number;
                    }[];
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
                        appointments: components["schemas"]["Appointment"][];
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
    postSeriesIdMove: {
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
                    /** Format: uuid */
                    appointmentId: string;
                    /** @enum {string} */
                    scope: "this" | "this-and-later";
                    /** @description Every appointment that the change is to touch, as it was seen */
                    versions: {
                        /** Format: uuid */
                        id: string;
                        version: number;
                    }[];
                    /** @description The patient will come to another region than that of their profile */
                    otherRegionAgreed?: boolean;
                    /** @description The patient needs places without steps and will come to this one all the same */
                    stepsAgreed?: boolean;
                    /**
                     * Format: uuid
                     * @description Where the named visit goes
                     */
                    slotId: string;
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
                        appointments: components["schemas"]["Appointment"][];
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
    postSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    /** @description YYYY-MM-DD */
                    birthDate?: string;
                    phone?: string;
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
                        profile: components["schemas"]["Profile"] | null;
                        /** @description Refresh the tokens and call again: the account is a patient’s, which the token does not say yet */
                        refreshToken: boolean;
                        /** @description The account is of somebody who works here and is no patient: ask them, then PUT /v1/me/patient */
                        worksHere: boolean;
                        /** @description What of the account no profile can be made of: ask for it and call again with it */
                        wrong: {
                            /** @enum {string} */
                            field: "name" | "birthDate" | "phone" | "email";
                            message: string;
                        }[];
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
    getSlots: {
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
    getWaitlist: {
        parameters: {
            query?: {
                patientId?: string;
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
                        entries: components["schemas"]["WaitlistEntry"][];
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
    postWaitlist: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client, one per intended change; a retry with the same key changes nothing twice */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description Somebody the caller acts for; the caller, if left out
                     */
                    patientId?: string;
                    need: {
                        specialtyId: string;
                        visitTypeId: string;
                        /** Format: uuid */
                        providerId?: string;
                        locationId?: string;
                        /** @description Where the patient can go; else where their profile or latest visit says */
                        regionIds?: string[];
                        earliestDate?: string;
                        latestDate?: string;
                        timesOfDay?: ("morning" | "afternoon" | "evening")[];
                        /** @description ISO: Monday is 1 */
                        daysOfWeek?: number[];
                        /** @enum {string} */
                        mode?: "in-person" | "video" | "phone";
                        accessNeeds?: ("longer-visit" | "interpreter")[];
                        /**
                         * Format: uuid
                         * @description Urgency and dates come from it
                         */
                        referralId?: string;
                        /** @description Needed without a referral */
                        symptoms?: components["schemas"]["SymptomAnswers"];
                    } | unknown | unknown;
                    reason: string;
                    autoAccept: boolean;
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
                        entry: components["schemas"]["WaitlistEntry"];
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
    getWaitlistId: {
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
                        entry: components["schemas"]["WaitlistEntry"];
                        /** @description Of the offer; null when there is none */
                        location: components["schemas"]["Location"] | null;
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
    postWaitlistIdAccept: {
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
                    /** Format: uuid */
                    holdId: string;
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
    postWaitlistIdDecline: {
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
                    /** Format: uuid */
                    holdId: string;
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
                        entry: components["schemas"]["WaitlistEntry"];
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
    postWaitlistIdLeave: {
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
                        entry: components["schemas"]["WaitlistEntry"];
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
    postWaitlistIdWishes: {
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
                    need: {
                        specialtyId: string;
                        visitTypeId: string;
                        /** Format: uuid */
                        providerId?: string;
                        locationId?: string;
                        /** @description Where the patient can go; else where their profile or latest visit says */
                        regionIds?: string[];
                        earliestDate?: string;
                        latestDate?: string;
                        timesOfDay?: ("morning" | "afternoon" | "evening")[];
                        /** @description ISO: Monday is 1 */
                        daysOfWeek?: number[];
                        /** @enum {string} */
                        mode?: "in-person" | "video" | "phone";
                        accessNeeds?: ("longer-visit" | "interpreter")[];
                        /**
                         * Format: uuid
                         * @description Urgency and dates come from it
                         */
                        referralId?: string;
                        /** @description Needed without a referral */
                        symptoms?: components["schemas"]["SymptomAnswers"];
                    };
                    reason: string;
                    autoAccept: boolean;
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
                        entry: components["schemas"]["WaitlistEntry"];
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
}
