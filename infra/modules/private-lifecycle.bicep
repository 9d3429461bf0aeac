// A backstop behind the Retention timer: if the timer ever stopped, raw data would still go. It deletes later than any
// agreement allows, never earlier, so that the ledger's record of a deletion stays the rule.
@description('The private account.')
param accountName string

@description('Days after which any raw upload goes, whatever the timer does: one more than the longest retention agreed.')
@minValue(1)
param uploadBackstopDays int

@description('Days after which anything left in staging goes.')
@minValue(1)
param stagingBackstopDays int

resource account 'Microsoft.Storage/storageAccounts@2023-05-01' existing = {
  name: accountName
}

resource lifecycle 'Microsoft.Storage/storageAccounts/managementPolicies@2023-05-01' = {
  parent: account
  name: 'default'
  properties: {
    policy: {
      rules: [
        {
          name: 'uploads-backstop'
          type: 'Lifecycle'
          definition: {
            filters: { blobTypes: ['blockBlob'], prefixMatch: ['uploads/'] }
            actions: { baseBlob: { delete: { daysAfterModificationGreaterThan: uploadBackstopDays } } }
          }
        }
        {
          name: 'staging-backstop'
          type: 'Lifecycle'
          definition: {
            filters: { blobTypes: ['blockBlob'], prefixMatch: ['staging/'] }
            actions: { baseBlob: { delete: { daysAfterModificationGreaterThan: stagingBackstopDays } } }
          }
        }
        {
          name: 'undelivered-events'
          type: 'Lifecycle'
          definition: {
            filters: { blobTypes: ['blockBlob'], prefixMatch: ['undelivered/'] }
            actions: { baseBlob: { delete: { daysAfterModificationGreaterThan: 30 } } }
          }
        }
      ]
    }
  }
}
