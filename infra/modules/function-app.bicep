// The function app: Flex Consumption, .NET 10 isolated, a user-assigned identity and no secret in its settings.
@description('The app.')
param appName string

@description('The region.')
param location string

@description('The identity the app runs as.')
param identityId string

@description('The identity\'s client id.')
param identityClientId string

@description('The account of the Functions host and of the deployed package.')
param hostAccountName string

@description('The container of the deployed package.')
param packageContainer string

@description('The private account.')
param privateAccountName string

@description('The account of each audience and the address of its site: { name, blobEndpoint, siteAddress }.')
param audienceAccounts array

@description('The secret keys that policies name: { name, uri }, the uri that of a secret in a Key Vault.')
param secretKeys array

@description('Where telemetry goes.')
param insightsConnectionString string

@description('Instances at most. Each takes a few uploads at a time; more come with more uploads.')
@minValue(40)
@maxValue(1000)
param maximumInstances int

@description('Memory of an instance.')
@allowed([2048, 4096])
param instanceMemoryMB int

resource hostAccount 'Microsoft.Storage/storageAccounts@2023-05-01' existing = {
  name: hostAccountName
}

resource privateAccount 'Microsoft.Storage/storageAccounts@2023-05-01' existing = {
  name: privateAccountName
}

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: '${appName}-plan'
  location: location
  kind: 'functionapp'
  sku: { name: 'FC1', tier: 'FlexConsumption' }
  properties: { reserved: true }
}

var audienceSettings = [for audience in audienceAccounts: {
  name: '${toUpper(take(audience.name, 1))}${skip(audience.name, 1)}Storage__blobServiceUri'
  value: audience.blobEndpoint
}]

var siteSettings = [for audience in audienceAccounts: {
  name: '${toUpper(take(audience.name, 1))}${skip(audience.name, 1)}Site__Address'
  value: audience.siteAddress
}]

// References that the platform resolves: the settings hold no key.
var keySettings = [for key in secretKeys: {
  name: 'PUBLISH_SECRET_${toUpper(replace(key.name, '-', '_'))}'
  value: '@Microsoft.KeyVault(SecretUri=${key.uri})'
}]

var settings = [
  { name: 'AzureWebJobsStorage__accountName', value: hostAccount.name }
  { name: 'AzureWebJobsStorage__credential', value: 'managedidentity' }
  { name: 'AzureWebJobsStorage__clientId', value: identityClientId }
  { name: 'PrivateStorage__blobServiceUri', value: privateAccount.properties.primaryEndpoints.blob }
  { name: 'PrivateStorage__queueServiceUri', value: privateAccount.properties.primaryEndpoints.queue }
  { name: 'PrivateStorage__credential', value: 'managedidentity' }
  { name: 'PrivateStorage__clientId', value: identityClientId }
  { name: 'AZURE_CLIENT_ID', value: identityClientId }
  { name: 'APPLICATIONINSIGHTS_CONNECTION_STRING', value: insightsConnectionString }
  { name: 'APPLICATIONINSIGHTS_AUTHENTICATION_STRING', value: 'Authorization=AAD;ClientId=${identityClientId}' }
]

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: appName
  location: location
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identityId}': {} }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    keyVaultReferenceIdentity: identityId
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${hostAccount.properties.primaryEndpoints.blob}${packageContainer}'
          authentication: { type: 'UserAssignedIdentity', userAssignedIdentityResourceId: identityId }
        }
      }
      runtime: { name: 'dotnet-isolated', version: '10.0' }
      scaleAndConcurrency: {
        maximumInstanceCount: maximumInstances
        instanceMemoryMB: instanceMemoryMB
      }
    }
    siteConfig: {
      minTlsVersion: '1.2'
      ftpsState: 'Disabled'
      appSettings: concat(settings, audienceSettings, siteSettings, keySettings)
    }
  }
}

resource noBasicPublishing 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-04-01' = [for channel in ['ftp', 'scm']: {
  parent: app
  name: channel
  properties: { allow: false }
}]

output appName string = app.name
