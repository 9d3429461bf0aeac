// A role of our own: create blobs, and nothing else. For lines of decisions, which are created and never written again; and for
// grants: a signature by a key of delegation allows no more than its signer may, so who grants an upload has to be able to
// create one. The roles that come with Azure would let them read and delete too.
@description('The beginning of every name.')
param name string

resource role 'Microsoft.Authorization/roleDefinitions@2022-04-01' = {
  name: guid(resourceGroup().id, name, 'blob-creator')
  properties: {
    roleName: '${name} blob creator'
    description: 'Creates blobs; does not read, list, overwrite or delete them.'
    type: 'CustomRole'
    assignableScopes: [resourceGroup().id]
    permissions: [
      {
        actions: []
        notActions: []
        dataActions: ['Microsoft.Storage/storageAccounts/blobServices/containers/blobs/add/action']
        notDataActions: []
      }
    ]
  }
}

output roleId string = role.name
