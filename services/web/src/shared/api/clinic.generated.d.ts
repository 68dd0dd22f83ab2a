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
    "/clinic/v1/patients/{id}/chart": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The chart of a patient whom the caller’s team treats; the look is recorded */
        get: operations["getClinicPatientsIdChart"];
        put?: never;
        post?: never;
        delete?: never;
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
        /** Every version of one entry, oldest first; the look is recorded */
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
        Appointment: {
            id: string;
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
            history: {
                version: number;
                /** @enum {string} */
                status: "booked" | "arrived" | "checked-in" | "fulfilled" | "noshow" | "cancelled";
                /** Format: date-time */
                startAt: string;
                /** Format: date-time */
                changedAt: string;
                change: string;
            }[];
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
            /** @default  */
            onsetDate: string;
        };
        Directory: {
            specialties: components["schemas"]["Specialty"][];
            locations: components["schemas"]["Location"][];
            visitTypes: components["schemas"]["VisitType"][];
            providers: components["schemas"]["Provider"][];
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
            /** @constant */
            kind: "observation";
            body: components["schemas"]["Observation"];
        };
        Location: {
            id: string;
            name: string;
            address: string;
            timeZone: string;
            phone: string;
            stepFreeRoute: string;
        };
        Medication: {
            /** @default null */
            coding: components["schemas"]["Coding"] | null;
            name: string;
            dosage: string;
            /** @description active, completed or stopped */
            status: string;
            /** @default  */
            startedDate: string;
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
            /** @default  */
            onsetDate: string;
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
            /** @default  */
            startedDate: string;
        } | {
            /** @constant */
            kind: "observation";
            /** @default null */
            coding: components["schemas"]["Coding"] | null;
            name: string;
            /** @default  */
            plainName: string;
            value: number;
            /** @description UCUM */
            unit: string;
            referenceLow?: number;
            referenceHigh?: number;
            /** Format: date-time */
            observedAt: string;
        };
        Observation: {
            /** @default null */
            coding: components["schemas"]["Coding"] | null;
            name: string;
            /** @default  */
            plainName: string;
            value: number;
            /** @description UCUM */
            unit: string;
            referenceLow?: number;
            referenceHigh?: number;
            /** Format: date-time */
            observedAt: string;
        };
        PersonSummary: {
            personId: string;
            name: string;
            birthDate: string;
            sex: string;
            medicalRecordNumber: string;
            accessNeeds: string[];
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
            patientId: string;
            patientName: string;
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
        /** @description The body is larger than 64 KiB */
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
                    };
                };
            };
            429: components["responses"]["Problem429"];
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
                        /** Format: date */
                        date: string;
                        timeZone: string;
                        /** Format: date-time */
                        updatedAt: string;
                        visits: {
                            appointment: components["schemas"]["Appointment"];
                            /** @description Null while names cannot be read */
                            patient: components["schemas"]["PersonSummary"] | null;
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
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
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    getClinicPatientsIdChart: {
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
                        /** @description Null while names cannot be read */
                        patient: components["schemas"]["PersonSummary"] | null;
                        chart: {
                            entries: components["schemas"]["Entry"][];
                            chartVersion: number;
                            /** Format: date-time */
                            readAt: string;
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
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
                    /** @enum {string} */
                    release: "now" | "after-review" | "never";
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
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    getClinicPatientsIdEntriesEntryId: {
        parameters: {
            query?: never;
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
                        versions: components["schemas"]["Entry"][];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
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
                    /** @enum {string} */
                    release: "now" | "after-review" | "never";
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
                        groups: ("Patients" | "Providers" | "Receptionists" | "Privacy" | "Admins")[];
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
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
}
