// One storage account: TLS 1.2, no shared keys, and anonymous reading only where it is asked for.
@description('The account: 3 to 24 lower-case letters and digits.')
@minLength(3)
@maxLength(24)
param accountName string

@description('The region.')
param location string

@description('The blob containers.')
param containers array

@description('Whether anyone may read the blobs of the containers.')
param anonymousRead bool

@description('Days a deleted blob can be recovered.')
@minValue(1)
@maxValue(365)
param softDeleteDays int

resource account 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: accountName
  location: location
  sku: { name: 'Standard_ZRS' }
  kind: 'StorageV2'
  properties: {
    allowBlobPublicAccess: anonymousRead
    allowSharedKeyAccess: false
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2023-05-01' = {
  parent: account
  name: 'default'
  properties: {
    deleteRetentionPolicy: { enabled: true, days: softDeleteDays }
    cors: {
      corsRules: anonymousRead ? [
        {
          allowedOrigins: [ '*' ]
          allowedMethods: [ 'GET', 'HEAD' ]
          allowedHeaders: [ 'Range', 'If-None-Match', 'If-Modified-Since' ]
          exposedHeaders: [ 'Content-Range', 'Content-Length', 'ETag', 'Accept-Ranges' ]
          maxAgeInSeconds: 86400
        }
      ] : []
    }
  }
}

resource folders 'Microsoft.Storage/storageAccounts/blobServices/containers@2023-05-01' = [for container in containers: {
  parent: blobs
  name: container
  properties: {
    publicAccess: anonymousRead ? 'Blob' : 'None'
  }
}]

output accountName string = account.name
