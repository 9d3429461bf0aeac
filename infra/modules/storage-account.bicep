// One storage account: TLS 1.2, no shared keys, and anonymous reading only where it is asked for.
@description('The account: 3 to 24 lower-case letters and digits.')
@minLength(3)
@maxLength(24)
param accountName string

@description('The region.')
param location string

@description('The redundancy of the account.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GZRS'])
param sku string

@description('The blob containers.')
param containers string[]

@description('Whether anyone may read the blobs of the containers.')
param anonymousRead bool = false

@description('Days a deleted blob can be recovered. 0 where deleting has to mean gone: then a retention that has ended has ended.')
@minValue(0)
@maxValue(365)
param softDeleteDays int = 0

@description('Whether browsers of other sites may read the blobs.')
param crossOriginRead bool = false

resource account 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: accountName
  location: location
  sku: { name: sku }
  kind: 'StorageV2'
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: anonymousRead
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2023-05-01' = {
  parent: account
  name: 'default'
  properties: {
    deleteRetentionPolicy: softDeleteDays > 0 ? { enabled: true, days: softDeleteDays } : { enabled: false }
    cors: {
      corsRules: crossOriginRead ? [
        {
          allowedOrigins: ['*']
          allowedMethods: ['GET', 'HEAD']
          allowedHeaders: ['Range', 'If-None-Match', 'If-Modified-Since', 'x-ms-version']
          exposedHeaders: ['Content-Range', 'Content-Length', 'ETag', 'Accept-Ranges']
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
output blobEndpoint string = account.properties.primaryEndpoints.blob
output queueEndpoint string = account.properties.primaryEndpoints.queue
output tableEndpoint string = account.properties.primaryEndpoints.table
output webEndpoint string = account.properties.primaryEndpoints.web
