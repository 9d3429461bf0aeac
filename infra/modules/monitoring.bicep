// Where logs and metrics go, and who is told when an upload is held or cannot be worked on, or the timers stop.
@description('The beginning of every name.')
param name string

@description('The region.')
param location string

@description('Days that logs are kept. They hold numbers, names of datasets and codes, and nothing of a person.')
@minValue(30)
@maxValue(730)
param logDays int

@description('Who is told.')
param alertEmail string

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: '${name}-logs'
  location: location
  properties: {
    retentionInDays: logDays
    sku: { name: 'PerGB2018' }
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: '${name}-insights'
  location: location
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
    DisableLocalAuth: true
  }
}

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: '${name}-operators'
  location: 'global'
  properties: {
    groupShortName: 'publish'
    enabled: true
    emailReceivers: [
      { name: 'operators', emailAddress: alertEmail, useCommonAlertSchema: true }
    ]
  }
}

// Lines begin with their event and go on with fields; what they hold is described in docs/telemetry.md.
var alerts = [
  {
    key: 'held'
    title: 'An upload is held'
    description: 'Nothing was published, for a reason that its sender cannot mend. The receipt says why; publish redo has it done again.'
    query: 'traces | where message startswith "upload-ended state=Held "'
    severity: 2
    above: true
  }
  {
    key: 'poisoned'
    title: 'An upload is poisoned'
    description: 'Every attempt at it failed. Look for attempt-failed lines with the same upload; publish redo has it done again.'
    query: 'traces | where message startswith "upload-poisoned "'
    severity: 1
    above: true
  }
  {
    key: 'failed'
    title: 'An upload could not be worked on'
    description: 'The function failed. It is tried again; after five tries the upload is held with a receipt that says so.'
    query: 'requests | where name == "OnUpload" and success == false'
    severity: 1
    above: true
  }
  {
    key: 'silent'
    title: 'The sweep has not run'
    description: 'Uploads that no event announced are not found, and retention is not enforced.'
    query: 'requests | where name == "Sweep" and success == true'
    severity: 1
    above: false
  }
]

resource rules 'Microsoft.Insights/scheduledQueryRules@2022-06-15' = [for alert in alerts: {
  name: '${name}-${alert.key}'
  location: location
  properties: {
    displayName: alert.title
    description: alert.description
    enabled: true
    severity: alert.severity
    evaluationFrequency: 'PT15M'
    windowSize: 'PT1H'
    scopes: [insights.id]
    criteria: {
      allOf: [
        {
          query: alert.query
          timeAggregation: 'Count'
          operator: alert.above ? 'GreaterThan' : 'LessThan'
          threshold: alert.above ? 0 : 1
        }
      ]
    }
    actions: { actionGroups: [people.id] }
  }
}]

output connectionString string = insights.properties.ConnectionString
output insightsName string = insights.name
output workspaceId string = workspace.id
