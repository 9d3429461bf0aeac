// The storage of Publish: one private account, and one account for each audience, so that no setting of a container can
// open raw data. Functions, identities and events are added with the Azure shell.
targetScope = 'resourceGroup'

@description('A short name for this installation, part of every account name.')
@minLength(3)
@maxLength(11)
param name string

@description('The region of every resource.')
param location string = resourceGroup().location

@description('Days a deleted private blob can be recovered; keep it within the retention that the agreements promise.')
@minValue(1)
@maxValue(30)
param privateSoftDeleteDays int = 7

module private 'modules/account.bicep' = {
  name: 'private'
  params: {
    accountName: '${name}private'
    location: location
    containers: [ 'uploads', 'policies', 'receipts', 'ledger', 'staging' ]
    anonymousRead: false
    softDeleteDays: privateSoftDeleteDays
  }
}

module public 'modules/account.bicep' = {
  name: 'public'
  params: {
    accountName: '${name}public'
    location: location
    containers: [ 'data' ]
    anonymousRead: true
    softDeleteDays: 7
  }
}

output privateAccount string = private.outputs.accountName
output publicAccount string = public.outputs.accountName
