// Publish on Azure: one private account, one account for each audience, a function app that may do what it must and no
// more. Deployed twice: first without events, then, when the code is there, with them (README.md).
targetScope = 'resourceGroup'

@description('A short name for this installation, part of every name: lower-case letters and digits.')
@minLength(3)
@maxLength(11)
param name string

@description('The region of every resource.')
param location string = resourceGroup().location

@description('The redundancy of the storage accounts.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GZRS'])
param storageSku string

@description('The audiences that this installation publishes to, each in an account of its own.')
param audiences string[] = ['public', 'partners', 'agencies']

@description('Days after which any raw upload goes, whatever the Retention timer does: one more than the longest retention agreed.')
@minValue(1)
param uploadBackstopDays int

@description('Days that logs are kept.')
param logDays int

@description('Days for which nobody can change or delete a line about a decision. They hold names of staff: no longer than records of decisions have to be kept.')
@minValue(1)
@maxValue(146000)
param decisionDays int = 2555

@description('Who is told when something needs a person.')
param alertEmail string

@description('The group that operates Publish: it may issue grants, and read receipts and the ledger.')
param operatorsGroupId string

@description('Agencies that have an identity of their own: { name, principalId }. Each reads its own receipts and nothing else.')
param agencies array = []

@description('Partners that have an identity of their own: { audience, principalId }.')
param readers array = []

@description('The secret keys that policies name, for noise and random rounding: { name, uri }, the uri that of a secret in a Key Vault.')
param secretKeys array = []

@description('Instances at most.')
param maximumInstances int = 40

@description('Memory of an instance.')
param instanceMemoryMB int = 4096

@description('Whether to subscribe the function to new uploads: only once its code is deployed.')
param withEvents bool = false

var privateContainers = ['uploads', 'policies', 'receipts', 'ledger', 'decisions', 'staging', 'undelivered']
var audienceContainers = ['data', '$web']
var packageContainer = 'packages'
var uploadFunction = 'OnUpload'

var roles = {
  blobContributor: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
  blobDelegator: 'db58b8e5-c6ad-4a2a-8342-4190687cbf4a'
  blobOwner: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
  blobReader: '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1'
  metricsPublisher: '3913510d-42f4-4e42-8a64-420c390055eb'
  queueContributor: '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
  tableContributor: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
}

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${name}-identity'
  location: location
}

// Raw data, receipts, the ledger. No soft delete: what a retention ends is gone.
module private 'modules/storage-account.bicep' = {
  name: 'private'
  params: {
    accountName: '${name}private'
    location: location
    sku: storageSku
    containers: privateContainers
  }
}

module privateLifecycle 'modules/private-lifecycle.bicep' = {
  name: 'private-lifecycle'
  params: {
    accountName: private.outputs.accountName
    uploadBackstopDays: uploadBackstopDays
    stagingBackstopDays: 90
  }
}

// The Functions host keeps its locks and the deployed package apart from anything of an agency.
module host 'modules/storage-account.bicep' = {
  name: 'host'
  params: {
    accountName: '${name}host'
    location: location
    sku: 'Standard_LRS'
    containers: [packageContainer]
  }
}

module audienceAccounts 'modules/storage-account.bicep' = [for audience in audiences: {
  name: 'audience-${audience}'
  params: {
    accountName: '${name}${audience}'
    location: location
    sku: storageSku
    containers: audienceContainers
    anonymousRead: audience == 'public'
    crossOriginRead: true
    softDeleteDays: 7
  }
}]

module audienceLifecycles 'modules/audience-lifecycle.bicep' = [for (audience, i) in audiences: {
  name: 'audience-lifecycle-${audience}'
  params: {
    accountName: audienceAccounts[i].outputs.accountName
  }
}]

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  params: {
    name: name
    location: location
    logDays: logDays
    alertEmail: alertEmail
  }
}

module privateWrites 'modules/write-log.bicep' = {
  name: 'private-writes'
  params: {
    accountName: private.outputs.accountName
    workspaceId: monitoring.outputs.workspaceId
  }
}

module app 'modules/function-app.bicep' = {
  name: 'function-app'
  params: {
    appName: '${name}-app'
    location: location
    identityId: identity.id
    identityClientId: identity.properties.clientId
    hostAccountName: host.outputs.accountName
    packageContainer: packageContainer
    privateAccountName: private.outputs.accountName
    audienceAccounts: [for (audience, i) in audiences: {
      name: audience
      blobEndpoint: audienceAccounts[i].outputs.blobEndpoint
      siteAddress: audienceAccounts[i].outputs.webEndpoint
    }]
    secretKeys: secretKeys
    insightsConnectionString: monitoring.outputs.connectionString
    maximumInstances: maximumInstances
    instanceMemoryMB: instanceMemoryMB
  }
}

// What the app may do, container by container: policies are read; the rest is written.
var appRoles = [
  { container: 'uploads', role: roles.blobContributor }
  { container: 'policies', role: roles.blobReader }
  { container: 'receipts', role: roles.blobContributor }
  { container: 'ledger', role: roles.blobContributor }
  { container: 'decisions', role: roles.blobContributor }
  { container: 'staging', role: roles.blobContributor }
]

module appPrivateRoles 'modules/container-role.bicep' = [for entry in appRoles: {
  name: 'app-${entry.container}'
  params: {
    accountName: private.outputs.accountName
    containerName: entry.container
    principalId: identity.properties.principalId
    roleId: entry.role
  }
}]

module appDataRoles 'modules/container-role.bicep' = [for (audience, i) in audiences: {
  name: 'app-data-${audience}'
  params: {
    accountName: audienceAccounts[i].outputs.accountName
    containerName: 'data'
    principalId: identity.properties.principalId
    roleId: roles.blobContributor
  }
}]

module appSiteRoles 'modules/container-role.bicep' = [for (audience, i) in audiences: {
  name: 'app-site-${audience}'
  params: {
    accountName: audienceAccounts[i].outputs.accountName
    containerName: '$web'
    principalId: identity.properties.principalId
    roleId: roles.blobContributor
  }
}]

// The blob trigger queues its work, and poison messages, in the account of the uploads.
module appQueueRole 'modules/account-role.bicep' = {
  name: 'app-queues'
  params: {
    accountName: private.outputs.accountName
    principalId: identity.properties.principalId
    roleId: roles.queueContributor
  }
}

module appHostRoles 'modules/account-role.bicep' = [for role in [roles.blobOwner, roles.queueContributor, roles.tableContributor]: {
  name: 'app-host-${uniqueString(role)}'
  params: {
    accountName: host.outputs.accountName
    principalId: identity.properties.principalId
    roleId: role
  }
}]

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: '${name}-insights'
}

resource appTelemetryRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(resourceGroup().id, '${name}-insights', '${name}-identity', roles.metricsPublisher)
  scope: insights
  dependsOn: [monitoring]
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.metricsPublisher)
  }
}

// Operators decide, issue grants (a key of delegation is asked of the account) and read what happened. They cannot read uploads,
// nor write anything that is published: the app carries out what they decide.
module operatorDelegation 'modules/account-role.bicep' = {
  name: 'operators-delegation'
  params: {
    accountName: private.outputs.accountName
    principalId: operatorsGroupId
    principalType: 'Group'
    roleId: roles.blobDelegator
  }
}

module creator 'modules/creator-role.bicep' = {
  name: 'creator-role'
  params: {
    name: name
  }
}

var operatorRoles = [
  { container: 'receipts', role: roles.blobReader }
  { container: 'ledger', role: roles.blobContributor }
  { container: 'decisions', role: roles.blobReader }
  { container: 'decisions', role: creator.outputs.roleId }
  { container: 'uploads', role: creator.outputs.roleId }
]

module operatorContainers 'modules/container-role.bicep' = [for (entry, i) in operatorRoles: {
  name: 'operators-${entry.container}-${i}'
  params: {
    accountName: private.outputs.accountName
    containerName: entry.container
    principalId: operatorsGroupId
    principalType: 'Group'
    roleId: entry.role
  }
}]

// They grant reading for a while to those who have no identity: a key of delegation of the audience's account, and what it may
// hand on.
module operatorReadingDelegation 'modules/account-role.bicep' = [for (audience, i) in audiences: if (audience != 'public') {
  name: 'operators-delegation-${audience}'
  params: {
    accountName: audienceAccounts[i].outputs.accountName
    principalId: operatorsGroupId
    principalType: 'Group'
    roleId: roles.blobDelegator
  }
}]

module operatorReading 'modules/container-role.bicep' = [for (audience, i) in audiences: if (audience != 'public') {
  name: 'operators-reading-${audience}'
  params: {
    accountName: audienceAccounts[i].outputs.accountName
    containerName: 'data'
    principalId: operatorsGroupId
    principalType: 'Group'
    roleId: roles.blobReader
  }
}]

module decisions 'modules/immutable-container.bicep' = {
  name: 'decisions'
  params: {
    accountName: private.outputs.accountName
    containerName: 'decisions'
    days: decisionDays
  }
}

// An agency reads the receipts below its own name.
module agencyRoles 'modules/container-role.bicep' = [for agency in agencies: {
  name: 'agency-${agency.name}'
  params: {
    accountName: private.outputs.accountName
    containerName: 'receipts'
    principalId: agency.principalId
    principalType: 'Group'
    roleId: roles.blobReader
    condition: '((!(ActionMatches{\'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read\'})) OR (@Resource[Microsoft.Storage/storageAccounts/blobServices/containers/blobs:path] StringLike \'${agency.name}/*\'))'
  }
}]

module readerRoles 'modules/container-role.bicep' = [for reader in readers: {
  name: 'reader-${uniqueString(reader.audience, reader.principalId)}'
  params: {
    accountName: '${name}${reader.audience}'
    containerName: 'data'
    principalId: reader.principalId
    principalType: 'Group'
    roleId: roles.blobReader
  }
  dependsOn: [audienceAccounts]
}]

module events 'modules/upload-events.bicep' = if (withEvents) {
  name: 'upload-events'
  params: {
    accountName: private.outputs.accountName
    location: location
    appName: app.outputs.appName
    uploads: 'uploads'
    undelivered: 'undelivered'
    functionName: uploadFunction
  }
}

output appName string = app.outputs.appName
output privateAccount string = private.outputs.accountName
output audienceEndpoints array = [for (audience, i) in audiences: {
  audience: audience
  data: audienceAccounts[i].outputs.blobEndpoint
  site: audienceAccounts[i].outputs.webEndpoint
}]
