globalThis.docsNavigation = [
  {
    title: "Phone numbers",
    pages: [
      {
        page: "operations/create-incoming-phone-number",
        title: "Buy a phone number",
        method: "POST",
        path: "/2010-04-01/Accounts/{AccountSid}/IncomingPhoneNumbers.json",
      },
    ],
  },
  {
    title: "Schemas",
    pages: [
      {
        page: "schemas/address-requirement",
        title: "AddressRequirement",
      },
      {
        page: "schemas/api-error",
        title: "ApiError",
      },
      {
        page: "schemas/emergency-address-status",
        title: "EmergencyAddressStatus",
      },
      {
        page: "schemas/emergency-status",
        title: "EmergencyStatus",
      },
      {
        page: "schemas/incoming-phone-number",
        title: "IncomingPhoneNumber",
      },
      {
        page: "schemas/phone-number-capabilities",
        title: "PhoneNumberCapabilities",
      },
      {
        page: "schemas/voice-receive-mode",
        title: "VoiceReceiveMode",
      },
    ],
  },
];
