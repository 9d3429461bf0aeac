// Time-based retention of a container: what was created in it can be neither changed nor deleted for so many days, by nobody. The
// policy is deployed unlocked, so that a mistake in it can be mended; locking it is a person's step (README.md).
@description('The storage account.')
param accountName string

@description('The container: of blobs that are created and never written again.')
param containerName string

@description('Days from the creation of a blob.')
@minValue(1)
@maxValue(146000)
param days int

resource account 'Microsoft.Storage/storageAccounts@2023-05-01' existing = {
  name: accountName
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2023-05-01' existing = {
  parent: account
  name: 'default'
}

resource container 'Microsoft.Storage/storageAccounts/blobServices/containers@2023-05-01' existing = {
  parent: blobs
  name: containerName
}

resource policy 'Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies@2023-05-01' = {
  parent: container
  name: 'default'
  properties: {
    immutabilityPeriodSinceCreationInDays: days
    allowProtectedAppendWrites: false
  }
}
